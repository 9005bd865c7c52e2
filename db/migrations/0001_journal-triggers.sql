-- The journal is append-only. drizzle-kit writes no triggers, and its rebuild of a table drops them: any migration that
-- rebuilds one of these tables must make them again (db/migrations/migrations.test.ts checks every prefix).
CREATE TRIGGER `events_append_only` BEFORE INSERT ON `events`
WHEN NEW.global_seq IS NOT (SELECT coalesce(max(global_seq), 0) + 1 FROM events)
  OR NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM events WHERE stream = NEW.stream)
  OR EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'events are only appended, in order and without a gap');
END;
--> statement-breakpoint
CREATE TRIGGER `events_no_update` BEFORE UPDATE ON `events`
BEGIN
  SELECT RAISE(ABORT, 'events are never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `events_no_delete` BEFORE DELETE ON `events`
BEGIN
  SELECT RAISE(ABORT, 'events are never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `bodies_append_only` BEFORE INSERT ON `bodies`
WHEN NEW.redaction IS NOT NULL OR EXISTS (SELECT 1 FROM bodies WHERE event_id = NEW.event_id)
BEGIN
  SELECT RAISE(ABORT, 'bodies are only appended');
END;
--> statement-breakpoint
CREATE TRIGGER `bodies_no_update` BEFORE UPDATE ON `bodies`
WHEN NEW.event_id IS NOT OLD.event_id
  OR NEW.redaction IS NULL
  OR NEW.redaction IS OLD.redaction
  OR NOT EXISTS (
    SELECT 1 FROM events AS redaction JOIN bodies AS said ON said.event_id = redaction.id
    WHERE redaction.id = NEW.redaction
      AND redaction.stream = 'programme'
      AND redaction.type = 'body-redacted'
      AND json_extract(said.body, '$.event') = OLD.event_id
  )
BEGIN
  SELECT RAISE(ABORT, 'bodies change only by a redaction that names them');
END;
--> statement-breakpoint
CREATE TRIGGER `bodies_no_delete` BEFORE DELETE ON `bodies`
BEGIN
  SELECT RAISE(ABORT, 'bodies are never deleted');
END;
