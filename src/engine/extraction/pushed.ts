/** A delay without its own word: `pushed the launch from … to`. */
export const PUSHED =
  /\b(?:push(?:ed|es)?|mov(?:ed|es)|shift(?:ed|s)?|reschedul(?:ed|es)|switch(?:ed|es))\b[^.;]{0,60} (?:from|back)\b/;
