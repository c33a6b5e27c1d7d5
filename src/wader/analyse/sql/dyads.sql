-- Who did most to whom: pairs of an actor and a recipient that both have a name, with their categories. An event with
-- several on a side counts once for each pair.
WITH pairs AS (
    SELECT DISTINCT events.id, events.event[1] AS category, doer.label AS actor, receiver.label AS recipient
    FROM events
    JOIN roles AS doer ON doer.event = events.id AND doer.role = 'actor'
    JOIN roles AS receiver ON receiver.event = events.id AND receiver.role = 'recipient'
    WHERE events.counted AND doer.label IS NOT NULL AND receiver.label IS NOT NULL
),
by_category AS (
    SELECT actor, recipient, category, count(*) AS events FROM pairs GROUP BY ALL
)
SELECT actor, recipient, CAST(sum(events) AS BIGINT) AS total,
       list(category ORDER BY events DESC, category), list(events ORDER BY events DESC, category)
FROM by_category
GROUP BY actor, recipient
ORDER BY total DESC, actor, recipient
LIMIT $top;
