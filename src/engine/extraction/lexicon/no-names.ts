/** Words with a capital that are no names: those that start sentences, months, nationalities, words of the trade. */
const ENGLISH = `the a an this that it its he she they we you i in on at of for and but or if as by to from with when while after before since
  according however although though yet still also now today last next first second more most many some all both each every no not
  january february march april may june july august september october november december monday tuesday wednesday thursday friday
  saturday sunday phone phones smartphone watch camera ios wear os rumor rumors rumour rumours leak leaks report
  reports source sources image credit photo update news price launch release date leaker what how why where who there here then beyond
  earlier despite until even just only our his her their my your new old china chinese india indian europe european us uk american
  canadian dutch belgian swiss swedish norwegian danish finnish austrian brazilian russian turkish americans britons korean japanese japan german french british italian spanish taiwanese global spring festival ultra pro plus mini
  snapdragon exynos dimensity tensor bionic gen series edition weibo twitter facebook youtube instagram reddit whatsapp google play
  store read see follow subscribe sign join share expect instead meanwhile officially another other others nobody nothing everything
  something everyone everybody somebody someone so always former fresh photos pictures images insiders analysts engineers suppliers carriers users fans experts someone
  early recent newest latest several soc cpu gpu ram ui eu usa ceo staff yes well why dear hello thanks okay thankfully
  unfortunately apparently reportedly allegedly renders official via players customers asked retailers pictures photographers
  employees interestingly converted inside outside nearly almost about around under over between among whether besides unlike
  pre orders shipments deliveries sales production mass testing demand revenue rating pros cons during two three four
  five six once twice none neither either those these such much same because thus hence therefore again back given asked`;
const GERMAN = `der die das dem den des ein eine einen einem einer und oder aber auch laut nach wie als im in am an auf aus bei von vom zu
  zum zur mit ohne für gegen über unter vor seit bis um wir er sie es ich man nun noch dazu damit dabei dafür darum denn wenn weil dass ob
  sein seine ihr ihre alle beide viele einige kein keine nur schon erst jetzt heute gestern morgen bislang bisher zuletzt zudem allerdings
  außerdem laut so hier dort dann doch ja nein technisch gezeigt grund preis preise bericht berichte bericht quelle quellen gerücht gerüchte
  gerüchten leaker insider insidern angaben medienbericht medienberichte medienberichten hersteller herstellers unternehmen unternehmens konzern firma handy
  telefon gerät geräte modell modelle uhr akku display kamera kameras bild bilder fotos beitrag beiträge post posts video videos sommer
  winter herbst frühjahr frühling januar februar märz april mai juni juli august september oktober november dezember montag dienstag
  mittwoch donnerstag freitag samstag sonntag woche monat jahr jahre anfang mitte ende quartal halbjahr europa deutschland china indien
  berufung bezug basis sicht rückfrage produkten produkte produkt zukunft nachfrage zahlen daten zoll watt gramm stunden tage wochen monate gründe
  einschätzung meinung vorstellung start marktstart termin termine sprecher sprecherin chef magazin blatt portal seite webseite blog
  datenbank eintrag analyst analysten tippgeber händler zulieferer dokument dokumente unterlagen beobachter experten zeitung agentur
  interview gespräch messe konferenz technik speicher arbeitsspeicher prozessor chip bildschirm gehäuse auch entwickler kunden nutzer
  auto wagen fahrzeug version variante reihe serie werk fertigung produktion angeblich offenbar demnach dennoch trotzdem derzeit aktuell`;
const SPANISH = `el la los las lo un una unos unas y o pero según en de del al con sin por para como cuando aunque además también ya aún
  así sin embargo su sus este esta esto ese esa aquí allí hoy ayer mañana enero febrero marzo abril mayo junio julio agosto septiembre
  octubre noviembre diciembre lunes martes miércoles jueves viernes sábado domingo europa españa méxico china se no sí qué cómo cuándo
  por lo la compañía empresa firma marca fuentes fuente rumores filtración filtraciones analistas precio fecha lanzamiento modelo nuevo
  nueva estados unidos interrogado preguntado tras desde hasta entre sobre todo todos mientras donde quien`;
const FRENCH = `le la les l un une des du de d et ou mais selon d'après après avant en dans sur sous avec sans pour par comme quand bien
  aussi ainsi cependant toutefois son sa ses ce cet cette ces il elle ils elles on nous vous je qui que quoi ici là hier aujourd'hui
  demain janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi
  dimanche europe france chine côté prix date lancement sortie rumeurs rumeur fuite fuites source sources analystes modèle nouveau
  nouvelle interrogé interrogée contacté sollicité outre malgré depuis pendant entre enfin pourtant autre quant quelques plusieurs`;
const ITALIAN = `il lo la i gli le un uno una e o ma secondo dopo prima in nel nella di del della dei a al alla con senza per da dal dalla
  come quando anche inoltre tuttavia però suo sua suoi questo questa quello ieri oggi domani gennaio febbraio marzo aprile maggio giugno
  luglio agosto settembre ottobre novembre dicembre lunedì martedì mercoledì giovedì venerdì sabato domenica europa italia cina stando
  prezzo data lancio uscita indiscrezioni fonti fonte analisti modello nuovo nuova alla base stati uniti intervistato interpellato non se
  si chi che dove mentre pare sembra`;
const POLISH = `i w we z ze na do od po za o u a ale lub albo oraz według zdaniem jak jednak także również już jeszcze ten ta to te ci jego
  jej ich tym tej tak nie że czy kiedy gdzie kto co dziś wczoraj jutro styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień
  październik listopad grudzień poniedziałek wtorek środa czwartek piątek sobota niedziela europa polska chiny polsce europie cena premiera
  źródła źródło przecieki plotki analitycy producent firma urządzenie telefon model nowy nowa główny serwis leaker aby gdy więc ponadto
  tymczasem podobno`;
const PORTUGUESE = `o a os as um uma e ou mas segundo conforme em no na de do da dos das ao à com sem por para como quando embora além
  também já ainda assim porém seu sua seus este esta isso esse essa aqui hoje ontem amanhã janeiro fevereiro março abril maio junho julho
  agosto setembro outubro novembro dezembro segundo segunda terça quarta quinta sexta sábado domingo europa brasil china portugal preço data
  lançamento fontes fonte rumores vazamento analistas modelo novo nova empresa fabricante estados unidos procurado questionado não se quem
  que onde enquanto de acordo`;

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Those of English, which stand in articles of every language; in lower case. */
export const NO_NAMES = words(ENGLISH);

const OF_LANGUAGE: Readonly<Record<string, ReadonlySet<string>>> = {
  de: words(GERMAN),
  es: words(SPANISH),
  fr: words(FRENCH),
  it: words(ITALIAN),
  pl: words(POLISH),
  pt: words(PORTUGUESE),
};
const NONE: ReadonlySet<string> = new Set();

/** Those of a language beside the English ones. */
export const noNamesOf = (language: string): ReadonlySet<string> => OF_LANGUAGE[language] ?? NONE;
