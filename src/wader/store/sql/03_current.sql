-- The version of each document that is in force now: the one that the latest run set.
CREATE TABLE current AS
SELECT document, arg_max(version, run) AS version, max(run) AS run, min(run) AS first_run
FROM pointers
GROUP BY document;
