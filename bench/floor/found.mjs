import Sqlite from 'better-sqlite3';
import { insertAll } from './inserts.mjs';

/**
 * Adds to a database what a bare program needs to find articles by their words: a table of them, and the trigger that
 * SQLite documents for an index of another table's content, which writes each row's words as it comes.
 */
function withIndex(file) {
  const database = new Sqlite(file);
  database.exec(`create table bare_articles (id integer primary key, title text not null, body text not null);
    create virtual table bare_words using fts5 (title, body, content = 'bare_articles', content_rowid = 'id');
    create trigger bare_articles_in after insert on bare_articles begin
      insert into bare_words (rowid, title, body) values (new.id, new.title, new.body);
    end;`);
  database.close();
}

/**
 * The floor of an import: the same rows as `insertAll`, and each article with its words, a row at a time, in as many
 * transactions.
 */
export function insertFindable(file, tables, articles, transactions) {
  withIndex(file);
  const rows = articles.map(({ title, text }, index) => [index + 1, title, text]);
  insertAll(file, [...tables, { name: 'bare_articles', rows }], transactions);
}
