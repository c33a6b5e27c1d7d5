-- Actors and recipients, one row each. `label` is the shortest name that tells them apart in a count; a dash
-- stands for a country that is not known.
CREATE TABLE roles AS
WITH both_sides AS (
    SELECT id AS event, 'actor' AS role, unnest(actor) AS who FROM events
    UNION ALL
    SELECT id AS event, 'recipient' AS role, unnest(recipient) AS who FROM events
)
SELECT event, role, who.code AS code, who.sector AS sector, who.identifier_id AS identifier_id,
       who.identifier_text AS identifier_text, who.entity_text AS entity_text,
       CASE
           WHEN who.code IS NULL AND (who.sector IS NULL OR who.sector = 'UNK') THEN NULL
           ELSE concat_ws(' ', coalesce(who.code, '—'), nullif(who.sector, 'UNK'))
       END AS label
FROM both_sides
ORDER BY event, role;
