-- Format 1 of an event log on PostgreSQL. orderflow fills in {schema}.
-- Whoever runs this owns the log; docs/embedding/postgresql.md says what to grant to others.

CREATE TABLE {schema}.stored_events (
    -- Given under the lock of the log, so that positions are in the order of commits.
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- As SQLite keeps it: 32 hexadecimal digits. Compared byte by byte.
    originator_id text COLLATE "C" NOT NULL,
    originator_version bigint NOT NULL CHECK (originator_version >= 1),
    topic text COLLATE "C" NOT NULL,
    state bytea NOT NULL,
    UNIQUE (originator_id, originator_version)
);

CREATE INDEX first_events ON {schema}.stored_events (position) WHERE originator_version = 1;

CREATE TABLE {schema}.commands (
    command_id text COLLATE "C" PRIMARY KEY,
    digest bytea NOT NULL,
    originator_id text COLLATE "C" NOT NULL,
    first_version bigint NOT NULL,
    last_version bigint NOT NULL
);

CREATE INDEX acknowledged ON {schema}.commands (originator_id, last_version);

CREATE TABLE {schema}.log_mark (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    clock text NOT NULL CHECK (clock IN ('real', 'simulated')),
    created_at text NOT NULL
);

CREATE TABLE {schema}.log_formats (
    format integer PRIMARY KEY,
    applied_at timestamptz NOT NULL DEFAULT now()
);

-- Whoever inserts, by whatever way, waits here for the lock; positions are given after it. It is on
-- the mark, which nobody ever writes: readers do not wait for it, and only writers can take it.
CREATE FUNCTION {schema}.wait_for_the_log() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    LOCK TABLE {schema}.log_mark IN EXCLUSIVE MODE;
    RETURN NULL;
END $$;

CREATE FUNCTION {schema}.require_the_version_before() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM {schema}.stored_events AS earlier
        WHERE earlier.originator_id = NEW.originator_id
        AND earlier.originator_version = NEW.originator_version - 1
    ) THEN
        RAISE EXCEPTION 'a version would be missing before this event' USING ERRCODE = '23000';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION {schema}.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'what is on record is never edited or deleted' USING ERRCODE = '23000';
END $$;

CREATE TRIGGER positions_follow_commits BEFORE INSERT ON {schema}.stored_events
FOR EACH STATEMENT EXECUTE FUNCTION {schema}.wait_for_the_log();

CREATE TRIGGER versions_have_no_gaps BEFORE INSERT ON {schema}.stored_events
FOR EACH ROW WHEN (NEW.originator_version > 1)
EXECUTE FUNCTION {schema}.require_the_version_before();

CREATE TRIGGER events_are_for_ever BEFORE UPDATE OR DELETE OR TRUNCATE ON {schema}.stored_events
FOR EACH STATEMENT EXECUTE FUNCTION {schema}.refuse_change();

CREATE TRIGGER commands_are_for_ever BEFORE UPDATE OR DELETE OR TRUNCATE ON {schema}.commands
FOR EACH STATEMENT EXECUTE FUNCTION {schema}.refuse_change();

CREATE TRIGGER the_mark_is_for_ever BEFORE UPDATE OR DELETE OR TRUNCATE ON {schema}.log_mark
FOR EACH STATEMENT EXECUTE FUNCTION {schema}.refuse_change();

CREATE TRIGGER formats_are_for_ever BEFORE UPDATE OR DELETE OR TRUNCATE ON {schema}.log_formats
FOR EACH STATEMENT EXECUTE FUNCTION {schema}.refuse_change();

-- What was visible when this transaction began is durable, and on the standby that is waited for,
-- once it commits. Nothing is told to anybody before: see docs/adr/0021.
CREATE FUNCTION {schema}.settle() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF pg_catalog.pg_is_in_recovery() THEN
        RETURN;  -- A standby has nothing that is not durable where it came from.
    END IF;
    IF pg_catalog.current_setting('synchronous_standby_names') = ''
        AND pg_catalog.pg_current_wal_flush_lsn() >= pg_catalog.pg_current_wal_insert_lsn()
    THEN
        RETURN;
    END IF;
    IF pg_catalog.current_setting('synchronous_commit') NOT IN ('on', 'remote_apply') THEN
        PERFORM pg_catalog.set_config('synchronous_commit', 'on', true);
    END IF;
    -- The shortest transaction there is: its commit waits for the disk together with all others.
    PERFORM pg_catalog.pg_logical_emit_message(true, 'orderflow', '');
END $$;

-- The same for whoever only reads: where others write, what they wrote is soon on disk by itself.
-- A reader that follows closely so adds nothing to the log of the server.
CREATE FUNCTION {schema}.settled() RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    -- Behind all that this transaction can see.
    seen pg_catalog.pg_lsn;
BEGIN
    IF NOT pg_catalog.pg_is_in_recovery()
        AND pg_catalog.current_setting('synchronous_standby_names') = ''
    THEN
        seen := pg_catalog.pg_current_wal_insert_lsn();
        FOR _ IN 1..3 LOOP
            IF pg_catalog.pg_current_wal_flush_lsn() >= seen THEN
                RETURN;
            END IF;
            PERFORM pg_catalog.pg_sleep(0.0007);
        END LOOP;
    END IF;
    PERFORM {schema}.settle();
END $$;

-- Writes, in the order of positions, and does not wait for the disk: call `append` instead.
CREATE FUNCTION {schema}.append_in_order(
    wait text,
    command text, digest bytea, subject text, first_version bigint, last_version bigint,
    streams text[], versions bigint[], topics text[], states bytea[]
) RETURNS bigint[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    positions bigint[];
    only_one bigint;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'events are appended in transactions that read what is committed'
        USING ERRCODE = '25001';
    END IF;
    PERFORM set_config('synchronous_commit', 'off', true), set_config('lock_timeout', wait, true);
    -- Before anything else is read or written; held until the commit is visible.
    LOCK TABLE {schema}.log_mark IN EXCLUSIVE MODE;
    IF command IS NOT NULL THEN
        INSERT INTO {schema}.commands
        VALUES (command, digest, subject, first_version, last_version);
    END IF;
    IF cardinality(streams) = 1 THEN
        -- As most appends are; the same as below, for less.
        INSERT INTO {schema}.stored_events (originator_id, originator_version, topic, state)
        VALUES (streams[1], versions[1], topics[1], states[1])
        RETURNING position INTO only_one;
        RETURN ARRAY[only_one];
    END IF;
    WITH appended AS (
        INSERT INTO {schema}.stored_events (originator_id, originator_version, topic, state)
        SELECT * FROM unnest(streams, versions, topics, states)
        RETURNING position
    )
    SELECT coalesce(array_agg(position ORDER BY position), '{}') INTO positions FROM appended;
    RETURN positions;
END $$;

-- The only way in for whoever does not own the log: one round trip, all or nothing, durable when
-- it returns. The lock is not held while the disk is waited for, so that many wait together.
CREATE PROCEDURE {schema}.append(
    wait text,
    command text, digest bytea, subject text, first_version bigint, last_version bigint,
    streams text[], versions bigint[], topics text[], states bytea[], INOUT positions bigint[]
)
LANGUAGE plpgsql AS $$
BEGIN
    positions := {schema}.append_in_order(
        wait, command, digest, subject, first_version, last_version,
        streams, versions, topics, states
    );
    COMMIT;
    PERFORM {schema}.settle();
END $$;

REVOKE ALL ON FUNCTION {schema}.append_in_order FROM PUBLIC;
REVOKE ALL ON PROCEDURE {schema}.append FROM PUBLIC;

-- A command, if it is on record, and its order or else the one asked for: one round trip, one view.
-- The first row says what is on record of the command, and of how many events it is known; the
-- others are the events. What is told of a command is durable; of an order, where asked for.
CREATE FUNCTION {schema}.load(command text, stream text, settled boolean) RETURNS TABLE (
    digest bytea, subject text, first_version bigint, last_version bigint, acknowledged bigint,
    version bigint, topic text, state bytea, "position" bigint
)
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
    SELECT c.digest, c.originator_id, c.first_version, c.last_version
    INTO digest, subject, first_version, last_version
    FROM {schema}.commands AS c WHERE c.command_id = command;
    IF FOUND OR settled THEN
        PERFORM {schema}.settle();
    END IF;
    SELECT max(c.last_version) INTO acknowledged
    FROM {schema}.commands AS c WHERE c.originator_id = coalesce(subject, stream);
    RETURN NEXT;
    RETURN QUERY
    SELECT NULL::bytea, NULL::text, NULL::bigint, NULL::bigint, NULL::bigint,
        e.originator_version, e.topic, e.state, e.position
    FROM {schema}.stored_events AS e WHERE e.originator_id = coalesce(subject, stream)
    ORDER BY e.originator_version;
END $$;

-- Events in order of position; what is handed out is durable, and never taken back.
CREATE FUNCTION {schema}.follow(first bigint, last bigint, topics text[], at_most bigint)
RETURNS TABLE (stream text, version bigint, topic text, state bytea, "position" bigint)
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT e.originator_id, e.originator_version, e.topic, e.state, e.position
    FROM {schema}.stored_events AS e
    WHERE e.position >= first AND e.position <= last AND (topics IS NULL OR e.topic = ANY (topics))
    ORDER BY e.position LIMIT at_most;
    IF FOUND THEN
        PERFORM {schema}.settled();
    END IF;
END $$;
