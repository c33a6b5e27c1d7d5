-- What a run left out, by reason.
SELECT stage, reason, count(*) AS inputs, min(id) AS example, min(remedy) AS remedy
FROM skips WHERE run = $run
GROUP BY stage, reason ORDER BY inputs DESC, stage, reason
LIMIT $top;
