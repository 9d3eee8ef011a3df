internal import GRDB

/// The tables of a store, and how a store of an earlier version becomes one of this version.
enum StoreSchema {
    /// `LIAI` in the header of the file tells `file(1)` and us that it is a store.
    static let applicationID = 0x4C49_4149

    /// One entry per version, oldest first: what it adds to the one before. Never edited once released.
    private static let migrations: [@Sendable (Database) throws -> Void] = [
        { db in try db.execute(sql: version1) },
        { db in
            try db.execute(sql: version2)
            try EdgeCodes(db).settle(from: 0)
        },
        { db in try db.execute(sql: version3) },
    ]

    /// The version that this program reads and writes, kept in `PRAGMA user_version`.
    static var version: Int { migrations.count }

    /// Makes the tables of a new file, or brings an older store up to date. In one transaction.
    static func migrate(_ db: Database, from current: Int) throws {
        try db.inTransaction(.immediate) {
            for step in migrations.dropFirst(current) { try step(db) }
            try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
            return .commit
        }
    }

    /// Identifiers are row numbers of this file only: they never leave it. A statement's is its article's, shifted by
    /// ``StatementRow/articleShift`` bits, plus its place in the article, so that an article's statements lie together.
    private static let version1 = """
        CREATE TABLE relation (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            is_symmetric INTEGER NOT NULL DEFAULT 0
        ) STRICT;

        CREATE TABLE rule (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        ) STRICT;

        -- address: the URL, else the source's identifier, else the hash: where a later version will replace this one.
        -- is_shown: of several addresses with the same words, one stands for all.
        -- story: the smallest id among articles that tell the same story in nearly the same words.
        -- names: which rows of name this article uses, for its removal.
        CREATE TABLE article (
            id INTEGER PRIMARY KEY,
            address TEXT NOT NULL UNIQUE,
            hash TEXT NOT NULL,
            source_id TEXT, url TEXT, title TEXT, publisher TEXT, published TEXT, language TEXT,
            languages TEXT,
            version TEXT NOT NULL,
            is_shown INTEGER NOT NULL,
            story INTEGER NOT NULL,
            names BLOB NOT NULL,
            sketch BLOB
        ) STRICT;
        -- At most one row: articles from this id on are not yet in the counts of name; see NameCounts.
        CREATE TABLE uncounted (
            from_article INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX article_by_hash ON article(hash);
        CREATE INDEX article_by_story ON article(story);

        CREATE TABLE article_text (
            article INTEGER PRIMARY KEY REFERENCES article(id),
            text TEXT NOT NULL
        ) STRICT;

        CREATE TABLE sketch_band (
            band INTEGER NOT NULL,
            article INTEGER NOT NULL REFERENCES article(id),
            PRIMARY KEY (band, article)
        ) STRICT, WITHOUT ROWID;

        CREATE VIEW article_words AS
            SELECT article.id AS id, coalesce(article.title, '') AS title, article_text.text AS text
            FROM article_text JOIN article ON article.id = article_text.article;
        CREATE VIRTUAL TABLE article_index USING fts5(
            title, text, content = 'article_words', content_rowid = 'id',
            tokenize = "unicode61 remove_diacritics 2");

        -- name, kind and wikidata follow from the rows of name.
        CREATE TABLE entity (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            wikidata TEXT
        ) STRICT;
        CREATE INDEX entity_by_wikidata ON entity(wikidata) WHERE wikidata IS NOT NULL;

        -- kind: what an article takes the entity for when this is its preferred name; NULL for its other names.
        -- uses: how many articles bring this row.
        CREATE TABLE name (
            id INTEGER PRIMARY KEY,
            entity INTEGER NOT NULL REFERENCES entity(id),
            text TEXT NOT NULL,
            folded TEXT NOT NULL,
            language TEXT,
            kind TEXT,
            wikidata TEXT,
            uses INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX name_by_entity ON name(entity);
        CREATE INDEX name_by_folded ON name(folded);

        -- Ranges count code points; confidence counts ten-thousandths; flags: see StatementFlags.
        CREATE TABLE statement (
            id INTEGER PRIMARY KEY,
            subject INTEGER NOT NULL REFERENCES entity(id),
            relation INTEGER NOT NULL REFERENCES relation(id),
            object INTEGER NOT NULL REFERENCES entity(id),
            flags INTEGER NOT NULL,
            confidence INTEGER NOT NULL,
            rule INTEGER NOT NULL REFERENCES rule(id),
            range_start INTEGER NOT NULL, range_end INTEGER NOT NULL,
            subject_start INTEGER NOT NULL, subject_end INTEGER NOT NULL,
            object_start INTEGER NOT NULL, object_end INTEGER NOT NULL,
            quote TEXT NOT NULL,
            via TEXT,
            amount TEXT, amount_maximum TEXT, currency TEXT, amount_text TEXT,
            date TEXT, start TEXT, "end" TEXT, stake TEXT, round TEXT, role TEXT, count TEXT, source TEXT
        ) STRICT;
        CREATE INDEX statement_by_subject ON statement(subject, object, relation, flags);
        CREATE INDEX statement_by_object ON statement(object, subject, relation, flags);

        -- Append-only: undoing appends a row that names the one it takes back.
        CREATE TABLE judgement (
            id INTEGER PRIMARY KEY,
            verb TEXT NOT NULL,
            subject TEXT NOT NULL,
            relation TEXT,
            object TEXT,
            value TEXT,
            undoes INTEGER REFERENCES judgement(id),
            author TEXT,
            reason TEXT,
            made_at TEXT NOT NULL
        ) STRICT;
        """

    /// Places count from the quote's, in fewer bytes; the strength of a statement is in the index; see ``SecondaryIndexes``.
    private static let version2 = """
        DROP INDEX statement_by_subject;
        DROP INDEX statement_by_object;
        ALTER TABLE statement RENAME COLUMN range_end TO range_length;
        ALTER TABLE statement RENAME COLUMN subject_start TO subject_offset;
        ALTER TABLE statement RENAME COLUMN subject_end TO subject_length;
        ALTER TABLE statement RENAME COLUMN object_start TO object_offset;
        ALTER TABLE statement RENAME COLUMN object_end TO object_length;
        UPDATE statement SET
            range_length = range_length - range_start,
            subject_offset = subject_offset - range_start, subject_length = subject_length - subject_offset,
            object_offset = object_offset - range_start, object_length = object_length - object_offset;
        CREATE INDEX statement_by_subject ON statement(subject, object, relation, flags, confidence);
        CREATE INDEX statement_by_object ON statement(object, subject, flags);

        -- See EdgeCodes.
        CREATE TABLE edge_code (
            code INTEGER NOT NULL,
            subject INTEGER NOT NULL,
            object INTEGER NOT NULL,
            PRIMARY KEY (code, subject, object)
        ) STRICT, WITHOUT ROWID;
        """

    /// An article's address is most often its URL, and sixteen digits of a hash tell articles apart; see ``ArticleRow``.
    private static let version3 = """
        DROP INDEX article_by_hash;
        CREATE INDEX article_by_hash ON article(substr(hash, 1, 16));
        UPDATE article SET url = '=' WHERE url = address;
        """
}
