/**
 * Verbs behind the name of a source ("X reports"), in all languages, as parts of a regular expression: in lower case,
 * without repetition.
 */
export const TELLING = [
  `report(?:s|ed)?|lists?|listed|thinks|reckons|claims?|claimed|writes?|wrote|says?|said|notes?|noted|suggests?|suggested|reveal(?:s|ed)?|
  leaked|tweeted|tweets|posted|published|shared|has it|has the|mentioned|expected|expects|predicts|spotted|found|learned|learnt|
  cites?|citing|tipped|hints?|hinted|adds|added|sees|quoted|obtained|was given|written|believes?|attached|released|states|stated|pointed|
  pointing|points|tells|told|broke|put|puts|uncovered|has described|has put|has brought|hears|heard|doubts|corroborat\\w{1,4}|confirmed by|discovered|
  listed|insists|maintains|understands|described|describes|unearthed|got hold|first relayed|relays|estimates|estimated|came upon|came across|stumbled|dug|matched|revived|got hold|was told|has been told|dates`,
  `berichtete?n?|meldete?|schreibt|schrieb|behauptet|will|hat|zufolge|erfahren|entdeckt|verrät|nennt|rechnet|beruft|spricht|veröffentlicht|
  geht davon aus|glaubt|erwartet|zeigt|legt nach|sagt|hält|ergänzt`,
  `informa|asegura|afirma|apunta|publica|señala|sostiene|cuenta|escribe|revela|adelanta|insiste|cree|sugiere|publicó|informó|reveló|
  adelantó|filtró|compartió|dice|descubrió|habla de|recoge`,
  `rapporte|affirme|avance|évoque|croit savoir|indique|révèle|précise|assure|écrit|a publié|a repéré|a révélé|estime|parle de|annonce|explique|
  ajoute|mentionne|confirme de son côté|a partagé|dévoile|prétend|table`,
  `riporta|scrive|afferma|sostiene|rivela|riferisce|ha pubblicato|pubblica|anticipa|ha scoperto|parla di|aggiunge|conferma|racconta|
  ha condiviso|segnala|svela|dice|ritiene|prevede`,
  `donosi|twierdzi|podaje|pisze|informuje|ujawnia|ujawnił[ao]?|opublikował[ao]?|zdradza|zdradził[ao]?|uważa|dodaje|przekonuje|sugeruje|
  zauważył[ao]?|odkrył[ao]?|przewiduje|wspomina|napisał[ao]?`,
  `afirma|relata|informa|publicou|revelou|diz|escreve|aponta|garante|divulgou|sugere|acredita|noticiou|descobriu|compartilhou|adianta|
  conta|assegura|reporta|mostrou|antecipou|cravou`,
]
  .join('|')
  .replace(/\s*\n\s*/g, '');

/** What leads to the name of a source ("according to X"), in all languages, likewise. */
export const TOLD_LEADS = [
  `according to|reports?(?: from| by| in| at)?|says|per|claims(?: by)?|writes|wrote|thinks|adds|notes|by|cites|citing|quoting|told|tells|assured|
  tweet from|via|courtesy of|relayed by|spotted by|leaked by|seen by|shared by|obtained by|interview with|talked to|spoke with|speaking to|spoke to|post by|first reported by|
  asked by|heard by|brought to light by|unearthed by|spoken to|spoken with|hears|thanks to|newsletter|podcast`,
  `beruft sich auf|berufen sich auf|unter berufung auf|laut|nach angaben von|nach angaben des|nach informationen von|nach informationen der|nach einschätzung von|berichtet|
  meldet|schreibt|bericht von|bericht der|bericht des|zufolge|gegenüber|vom leaker|leaker|tippgeber|das blog|das portal|das magazin|
  die website|behauptet|sagte|interview mit|gesprochen mit|entdeckt von|entdeckt hat|unter verweis auf|verweis auf|dem magazin|der zeitung|der website`,
  `según|de acuerdo con|escribe|informa|asegura|citando a|medio|portal|filtrador|informante|periodista|publicado por|publicado en|filtrado por|
  declaraciones a|dijo a|entrevista con|hablado con|habló con|acceso|analista|a través de|página|web|descubierto por|visto por|detectado por`,
  `selon|d'après|d’après|écrit|rapporte|citant|cité par|repéré par|révélé par|publié par|site|leaker|média|à en croire|interrogé par|parlé à|parlé avec|
  confié à|déclaré à|au micro de|interview à|analyste|journaliste|relayé par|informateur|via|vu par|accordé à|entretien à|entretien accordé à`,
  `secondo|stando a|scrive|riportato da|ripres[oa] (?:anche )?da|segnalat[oa] da|citat[oa] da|quanto riportato da|pubblicato da|riferito da|citando|leaker|sito|portale|rivelato da|intervista a|parlato con|
  dichiarato a|parlando con|giornalista|analista|testata`,
  `według|zdaniem|pisze|donosi|twierdzi|podaje|powołując się na|serwis|serwisu|portal|portalu|leaker|leakera|rozmowie z|rozmawiał z|rozmawiała z|jak podaje|jak donosi|
  jak twierdzi|dziennikarz|analityk|strony|redakcji|za pośrednictwem|redakcja|informuje`,
  `segundo|de acordo com|conforme|escreve|citando|informante|site|portal|jornalista|analista|publicado pelo|publicado por|descoberto pelo|
  descoberto por|entrevista à|falou com|falou à|falou ao|entrevista ao|contou ao|contou à|disse à|disse ao|revelado por|afirma|leaker|vazador`,
]
  .join('|')
  .replace(/\s*\n\s*/g, '');
