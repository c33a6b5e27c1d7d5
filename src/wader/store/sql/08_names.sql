-- Names that the documents in force place by the words beside them and that the knowledge lacks. A row a name and
-- document, with the document's day of publication.
CREATE TABLE names AS
SELECT parts.*, documents.date.value AS date
FROM name_parts AS parts
JOIN documents ON documents.version = parts.version
ORDER BY parts.document, parts.position;
