import { CONFIDENCE_WORDS, MODEL_VERSION } from './engine/confidence/index.js';
import { ANSWER_KINDS, SUBJECT_FAMILIES, VALUE_TYPES } from './engine/subjects/index.js';
import {
  instant,
  list,
  mapOf,
  named,
  nullable,
  number,
  oneOf,
  probability,
  text,
  yesNo,
} from './platform/http/answer-shapes.js';
import { criteria } from './rumors/rumor.answer.js';

const ScaleWord = named('ScaleWord', 'A word for probabilities.', {
  word: oneOf(CONFIDENCE_WORDS, 'The word.', 'likely'),
  from: probability('The probability at which it begins.', 0.55),
});

const SubjectAnswer = named('Subject', 'What a claim can be about.', {
  key: text('The key under which claims name it.', 'launch.date'),
  label: text('The subject in words.', 'launch date'),
  family: oneOf(SUBJECT_FAMILIES, 'The subjects that share a track record.', 'launch'),
  value_type: oneOf(VALUE_TYPES, 'Which shape a value has.', 'dates'),
  answers: oneOf(ANSWER_KINDS, '`exclusive`: the answers rule each other out; `each`: every one stands for itself.'),
  unit: nullable(text('The unit of a number.', 'MP'), 'The unit of a number; null = no number.'),
  half_life_days: number('The age in days at which a report counts half.', 60),
  criteria,
});

/** What a client must know before it reads anything else, as it is shown. */
export const MetaAnswer = named('Meta', 'The words of the field, the versions and the time of the next refresh.', {
  version: text('The version of the program.', '0.1.0'),
  api_version: text('The version of this interface.', 'v1'),
  model_version: text('The version of the model that weighs.', MODEL_VERSION),
  words: list(ScaleWord, 'The words for probabilities, from least to most.'),
  subjects: list(SubjectAnswer, 'The catalogue: what claims can be about.'),
  enums: mapOf(list(text('A word.', 'open'), 'The words.'), 'The words of each closed set, by its name.', {
    stance: ['supports', 'refutes', 'mentions'],
  }),
  public_read: yesNo('Whether everybody may read without a key.', true),
  next_refresh_at: nullable(
    instant('When the next refresh is due.'),
    'When the next refresh is due; null = none is planned.',
  ),
});
