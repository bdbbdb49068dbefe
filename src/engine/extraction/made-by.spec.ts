import { extract } from './extract.js';
import { prepareKnowledge } from './names.js';

const company = (name: string, aliases: readonly string[] = []) => ({ name, aliases, lines: [] });
const KNOWLEDGE = prepareKnowledge({
  companies: [company('Orvane'), company('Halden'), company('Tessel', ['海元']), company('Brunel')],
  devices: [],
});

/** What is read of a subject in an article on the coming Orvane 12 that has this sentence. */
const read = (subject: RegExp, lead: string, sentence: string): string[] =>
  extract({ title: lead, text: `${lead}. ${sentence}`, publishedOn: '2026-11-24' }, KNOWLEDGE)
    .claims.filter((each) => subject.test(each.subject))
    .map(({ subject: of, value, region, stance }) =>
      [`${of} = ${value}`, region, stance === 'supports' ? null : stance].filter((part) => part !== null).join(', '),
    );

const DE = 'Das Orvane 12 soll laut einem Bericht bald kommen';
const ES = 'El Orvane 12 sería el próximo teléfono de la marca, según un rumor';
const FR = "L'Orvane 12 serait le prochain téléphone de la marque, selon une rumeur";
const IT = 'Il nuovo Orvane 12 sarebbe il prossimo telefono della casa, secondo le voci';
const PL = 'Nowy telefon Orvane 12 ma się wkrótce pojawić, jak podają źródła';
const PT = 'O novo Orvane 12 seria o próximo telefone da marca, segundo um rumor';
const ZH = '据爆料，新款手机Orvane 12即将到来';

describe('who makes it or a part of it', () => {
  it.each<[string, string, string[]]>([
    [DE, 'Das Display wird dabei von Halden gefertigt.', ['supplier = Halden']],
    [DE, 'Gebaut wird es dem Bericht zufolge nicht im Haus, sondern geliefert von Tessel.', ['supplier = Tessel']],
    [DE, 'Der Bildsensor komme von Halden, heißt es.', ['supplier = Halden']],
    [DE, 'Der Hinweis kam von Halden und nicht von uns.', []],
    [DE, 'Orvane entwickle das Gerät gemeinsam mit Brunel, heißt es.', ['partner = Brunel']],
    [DE, 'Eine Kooperation mit Brunel bei diesem Modell bestehe nicht.', ['partner = Brunel, refutes']],
    [ES, 'La pantalla sería suministrada por la coreana Halden.', ['supplier = Halden']],
    [ES, 'Las baterías procederían de la sueca Tessel.', ['supplier = Tessel']],
    [ES, 'Se fabricaría bajo un acuerdo con Brunel.', ['partner = Brunel']],
    [FR, "L'écran est fourni par le suisse Halden.", ['supplier = Halden']],
    [FR, "Les capteurs proviendraient de l'autrichien Tessel.", ['supplier = Tessel']],
    [FR, "Le montage serait confié à Halden, d'après cette source.", ['supplier = Halden']],
    [FR, 'Le téléphone serait développé en partenariat avec Brunel.', ['partner = Brunel']],
    [IT, 'Lo schermo è fornito dalla tedesca Halden.', ['supplier = Halden']],
    [IT, 'Le celle arriverebbero dalla francese Tessel.', ['supplier = Tessel']],
    [IT, 'La produzione è affidata alla Brunel sulla base di un accordo.', ['partner = Brunel']],
    [IT, 'Ha un motore grafico sviluppato insieme a Brunel.', ['partner = Brunel']],
    [PL, 'Ekran jest produkowany przez japoński Halden.', ['supplier = Halden']],
    [PL, 'Za baterie odpowiada szwedzki Tessel.', ['supplier = Tessel']],
    [PL, 'Telefon jest opracowany wspólnie z Brunel.', ['partner = Brunel']],
    [PT, 'A tela seria fornecida pela coreana Halden.', ['supplier = Halden']],
    [PT, 'A bateria viria da Tessel.', ['supplier = Tessel']],
    [PT, 'O modelo é desenvolvido em parceria com a Brunel.', ['partner = Brunel']],
    [ZH, '屏幕采用海元OLED面板。', ['supplier = Tessel']],
    [ZH, '镜头由海元调校。', ['partner = Tessel']],
  ])('%s: %s', (lead, sentence, expected) => {
    expect(read(/partner|supplier/, lead, sentence)).toEqual(expected);
  });
});

describe('what it is called', () => {
  it.each<[string, string, string[]]>([
    [DE, 'Unter dem Projektnamen „Kiefer“ arbeite ein kleines Team daran.', ['codename = Kiefer']],
    [ES, 'En los documentos el proyecto aparece con el nombre de Rubí.', ['codename = Rubí']],
    [FR, 'Il porterait le nom de code Érable.', ['codename = Érable']],
    [PL, 'Urządzenie ma nazwę kodową Jodła.', ['codename = Jodła']],
    [ZH, '这款手机的内部代号“青松”。', ['codename = 青松']],
    [DE, 'Verkauft werden soll das Telefon demnach als Orvane 12.', ['name = Orvane 12']],
    [PL, 'W sklepach pojawi się podobno jako Orvane 12.', ['name = Orvane 12']],
    [ES, 'Se trataría del Orvane 12.', ['name = Orvane 12']],
  ])('%s: %s', (lead, sentence, expected) => {
    expect(read(/name$/, lead, sentence)).toEqual(expected);
  });
});

describe('a date that no longer holds', () => {
  it.each<[string, string, string[]]>([
    [DE, 'Es erscheint nicht wie bisher vermutet im März.', ['launch.date = 2027-03-01/2027-03-31, refutes']],
    [ES, 'El teléfono, que debía llegar en abril, sigue sin fecha.', ['launch.date = 2027-04-01/2027-04-30, refutes']],
    [IT, 'Attesa per maggio, la consegna non rispetterà i tempi.', ['launch.date = 2027-05-01/2027-05-31, refutes']],
    [IT, "La fonte esclude l'arrivo a maggio.", ['launch.date = 2027-05-01/2027-05-31, refutes']],
    [PT, 'O calendário apontava para março.', ['launch.date = 2027-03-01/2027-03-31, refutes']],
    [FR, 'La source exclut une sortie en mars.', ['launch.date = 2027-03-01/2027-03-31, refutes']],
  ])('%s: %s', (lead, sentence, expected) => {
    expect(read(/date$/, lead, sentence)).toEqual(expected);
  });
});

describe('further claims', () => {
  it.each<[string, string, string, string[]]>([
    [IT, 'La produzione comincerà a marzo.', 'production', ['production.start = 2027-03-01/2027-03-31']],
    [PL, 'Montaż ma ruszyć w marcu.', 'production', ['production.start = 2027-03-01/2027-03-31']],
    [ES, 'La producción arrancaría en marzo.', 'production', ['production.start = 2027-03-01/2027-03-31']],
    [
      FR,
      "Il serait vendu d'abord en France et en Belgique.",
      'availability',
      ['availability = yes, FR', 'availability = yes, BE'],
    ],
    [
      IT,
      'Sarà venduto prima in Italia e poi in Francia.',
      'availability',
      ['availability = yes, IT', 'availability = yes, FR'],
    ],
    [PT, 'Logo será vendido no Brasil.', 'availability', ['availability = yes, BR']],
    [DE, 'Gebaut werden könnte es demnach in Polen.', 'availability', []],
    [ES, 'Tampoco llegará a Europa.', 'availability', ['availability = excluded, EU']],
    [DE, 'Die Kamera löst 61 Megapixel auf.', 'camera.main', ['camera.main.megapixels = 61 MP']],
    [ES, 'La batería pasa de 4500 a 5200 mAh.', 'battery', ['battery.capacity = 5200 mAh']],
    [IT, 'Lo schermo passerebbe da 6,1 a 6,4 pollici.', 'display.size', ['display.size = 6.4 in']],
    [FR, "L'appareil ne dépasserait pas 180 grammes sur la balance.", 'weight', ['weight = <=180 g']],
    [ZH, '电池最长9小时续航。', 'battery.life', ['battery.life = <=9 h']],
    [IT, 'La testata fa il nome di 449 dollari.', 'price', ['price = USD 449']],
    [PT, 'O projeto está congelado.', 'status', ['status = on_hold']],
    [IT, 'Lo starebbero già collaudando.', 'status', ['status = in_testing']],
    [FR, "L'Orvane 12 existerait bel et bien.", 'existence', ['existence = yes']],
  ])('%s: %s', (lead, sentence, subject, expected) => {
    expect(read(new RegExp(`^${subject}`), lead, sentence)).toEqual(expected);
  });
});
