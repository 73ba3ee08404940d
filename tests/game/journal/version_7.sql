-- A journal as version 7 wrote it: version 6's, brought up to date, and more; never to be changed.
-- Of a question's answers one was given here, and one was brought in from where two had been given before it.
PRAGMA journal_mode = WAL;
PRAGMA application_id = 1315272050;
BEGIN TRANSACTION;
CREATE TABLE answer (
        id TEXT NOT NULL PRIMARY KEY,
        player TEXT NOT NULL,
        puzzle TEXT NOT NULL,
        content TEXT NOT NULL,
        question TEXT NOT NULL,
        guess REAL NOT NULL CHECK (guess BETWEEN 0 AND 1),
        neuron_guess REAL NOT NULL CHECK (neuron_guess BETWEEN 0 AND 1),
        right REAL CHECK (right BETWEEN 0 AND 1),
        hints INTEGER NOT NULL,
        seconds REAL NOT NULL,
        mode TEXT NOT NULL,
        time REAL NOT NULL,
        version TEXT NOT NULL,
        asked TEXT NOT NULL,
        elsewhere INTEGER NOT NULL CHECK (elsewhere >= 0)
    );
INSERT INTO "answer" VALUES('00000000000000000000000000000001','Ann','article/leftmost-column','0123456789abcdef','1 0 0',0.9,0.875,1.0,1,12.5,'match',1.0,'0.9.0','answer',0);
INSERT INTO "answer" VALUES('00000000000000000000000000000002','Bob','article/leftmost-column','0123456789abcdef','1 0 0',0.15,0.875,1.0,1,12.5,'match',2.0,'0.9.0','answer',0);
INSERT INTO "answer" VALUES('00000000000000000000000000000003','Ann','article/leftmost-column','0123456789abcdef','1 0 0',0.9,0.875,1.0,1,12.5,'match',3.0,'0.9.0','answer',0);
INSERT INTO "answer" VALUES('00000000000000000000000000000004','Ann','mine/votes','0123456789abcdef','0 0 0',0.9,0.875,0.7,1,12.5,'match',4.0,'0.9.0','answer',0);
INSERT INTO "answer" VALUES('00000000000000000000000000000005','Bob','mine/votes','0123456789abcdef','0 0 0',0.5,0.875,0.7,1,12.5,'examples',5.0,'0.9.0','answer',0);
INSERT INTO "answer" VALUES('00000000000000000000000000000006','Bob','mine/votes','0123456789abcdef','0 0 0',0.6,0.875,0.7,1,12.5,'match',6.0,'0.9.0','answer',0);
INSERT INTO "answer" VALUES('00000000000000000000000000000007','Ann','article/leftmost-column','fedcba9876543210','1 0 0',0.0,0.875,1.0,1,12.5,'match',7.0,'0.9.0','answer',0);
INSERT INTO "answer" VALUES('00000000000000000000000000000008','Ann','new/votes','0123456789abcdef','0 0 0',1.0,0.875,0.7,1,12.5,'match',8.0,'0.9.0','answer',0);
INSERT INTO "answer" VALUES('00000000000000000000000000000009','Bob','new/votes','0123456789abcdef','0 0 0',1.0,0.875,0.7,1,12.5,'match',9.0,'0.9.0','answer',0);
INSERT INTO "answer" VALUES('0000000000000000000000000000000a','Ann','mine/open','0123456789abcdef','1 1 1',0.5,0.875,NULL,1,12.5,'match',10.0,'0.9.0','answer',0);
INSERT INTO "answer" VALUES('0000000000000000000000000000000b','Ann','mine/foreseen','0123456789abcdef','1 1 0',0.75,0.875,NULL,0,12.5,'match',11.0,'0.9.0','neuron',0);
INSERT INTO "answer" VALUES('0000000000000000000000000000000c','Ann','mine/copy','0123456789abcdef','1 0 0',0.9,0.875,1.0,0,12.5,'match',12.0,'0.9.0','answer',0);
INSERT INTO "answer" VALUES('0000000000000000000000000000000d','Bob','mine/copy','fedcba9876543210','1 0 0',0.9,0.875,1.0,0,12.5,'match',13.0,'0.9.0','answer',0);
INSERT INTO "answer" VALUES('0000000000000000000000000000000f','Ann','new/place','00000000000000ff','1 0 1',0.9,0.875,1.0,0,12.5,'match',15.0,'0.9.0','answer',1);
INSERT INTO "answer" VALUES('00000000000000000000000000000010','Bob','new/place','00000000000000ff','1 0 1',0.9,0.875,1.0,1,12.5,'match',16.0,'0.9.0','answer',0);
INSERT INTO "answer" VALUES('00000000000000000000000000000011','Bob','new/place','00000000000000ff','1 0 1',0.9,0.875,1.0,1,12.5,'match',17.0,'0.9.0','answer',2);
CREATE TABLE race (
        id TEXT NOT NULL PRIMARY KEY,
        player TEXT NOT NULL,
        puzzle TEXT NOT NULL,
        content TEXT NOT NULL,
        seed INTEGER NOT NULL,
        begun REAL NOT NULL,
        version TEXT NOT NULL
    );
INSERT INTO "race" VALUES('0000000000000000000000000000000a','Ann','six-kinds/type-1','0123456789abcdef',7,5.0,'0.9.0');
INSERT INTO "race" VALUES('0000000000000000000000000000000b','Bob','six-kinds/type-2','0123456789abcdef',8,6.0,'0.9.0');
CREATE TABLE task (
        id TEXT NOT NULL PRIMARY KEY,
        player TEXT NOT NULL,
        puzzle TEXT NOT NULL,
        content TEXT NOT NULL,
        do TEXT NOT NULL,
        count INTEGER NOT NULL CHECK (count >= 0),
        par INTEGER NOT NULL CHECK (par > 0),
        stars INTEGER NOT NULL CHECK (stars > 0),
        time REAL NOT NULL,
        version TEXT NOT NULL
    );
INSERT INTO "task" VALUES('0000000000000000000000000000000e','Ann','article/leftmost-column','0123456789abcdef','break',3,2,2,14.0,'0.9.0');
CREATE TABLE trial (
        race TEXT NOT NULL REFERENCES race (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        row INTEGER NOT NULL CHECK (row BETWEEN 0 AND 7),
        decision INTEGER NOT NULL CHECK (decision IN (0, 1)),
        right INTEGER NOT NULL CHECK (right IN (0, 1)),
        neuron_output REAL NOT NULL CHECK (neuron_output BETWEEN 0 AND 1),
        seconds REAL NOT NULL,
        time REAL NOT NULL,
        PRIMARY KEY (race, number)
    ) WITHOUT ROWID
    ;
INSERT INTO "trial" VALUES('0000000000000000000000000000000a',0,0,1,0,0.25,1.5,5.0);
INSERT INTO "trial" VALUES('0000000000000000000000000000000a',1,1,1,1,0.25,1.5,6.0);
INSERT INTO "trial" VALUES('0000000000000000000000000000000a',2,2,1,0,0.25,1.5,7.0);
CREATE INDEX answer_by_question ON answer
    (content, player, question, time, puzzle, mode, right, guess, neuron_guess, asked, elsewhere)
    ;
CREATE VIEW attempts AS
    SELECT answer.rowid AS place, answer.*, 1 + elsewhere + (
        SELECT count(*) FROM answer AS other
        WHERE other.content = answer.content AND other.player = answer.player
        AND other.question = answer.question AND (other.right IS NULL) = (answer.right IS NULL)
        AND other.time <= answer.time AND (other.time < answer.time OR other.rowid < answer.rowid)
    ) AS attempt
    FROM answer;
COMMIT;
PRAGMA user_version = 7;
