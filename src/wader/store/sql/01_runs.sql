-- Every finished run, oldest first. Source: runs/NNNN.json.
CREATE TABLE runs AS
SELECT * FROM run_records ORDER BY run;
