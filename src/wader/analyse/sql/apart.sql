-- Documents new with this run whose id is numbered: the id from which it is made was another's.
SELECT document FROM current
WHERE first_run = $run AND regexp_matches(document, '#[0-9]+$')
ORDER BY document
LIMIT $top;
