-- Names that documents place and the knowledge lacks, in an order that depends on the content alone.
SELECT document, date, name, kind, mentions, forms, placings FROM names ORDER BY document, position;
