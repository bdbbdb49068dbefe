/** Words behind a maker's name that are a part of the company or its services, and no product. */
export const NO_PRODUCTS: ReadonlySet<string> = new Set(
  `electronics research store stores cloud health motors group news newsroom labs lab music maps mail pay news arcade fitness studio
  studios ai research energy mobility racing sport design ventures capital foundation semiconductor semiconductors display mobile
  digital europe america japan china india france germany deutschland italia españa brasil uk international global care club
  community day week event connect summit unpacked direct developers developer conference gaming games entertainment interactive
  systems solutions services software hardware network networks platforms members ceo chef boss president chairman engineers
  engineer analyst spokesperson sprecher konzern manager team fans users customers shares stock aktie announces confirms teases
  reveals launches unveils hat zeigt bringt plant will is has says und y et e i and or robotics technologies technology imaging audio
  project projekt proyecto progetto projeto projet optics instruments industries laboratories holding holdings ag gmbh inc ltd corp spa`.split(
    /\s+/,
  ),
);
