/** What a node keeps on other nodes: apart from the record, and out of every reader's sight. */
import type pg from 'pg';
import { inTurnOn } from '../../store/in-turn.ts';

export const FEDERATION_SCHEMA = 'federation';
/** Any number that nothing else locks: two processes that start together migrate in turn. */
const MIGRATION_LOCK = 8_400_004;

const TABLES = `
  create schema if not exists ${FEDERATION_SCHEMA};
  create table if not exists ${FEDERATION_SCHEMA}.peer (
    id uuid primary key default gen_random_uuid(),
    address text not null,
    operator text not null,
    network text not null,
    -- The pinned key of the operator, and the key that is sealed for: base64url.
    public_key text not null,
    encryption_key text not null,
    -- Whether envelopes for us may lie there.
    relay boolean not null default false,
    added_by text not null,
    added_at timestamptz not null default now(),
    ended_at timestamptz,
    next_visit_at timestamptz not null default now(),
    claimed_until timestamptz,
    last_visit_at timestamptz,
    visited_at timestamptz,
    visits_failed integer not null default 0,
    fault text,
    behind bigint not null default 0,
    waiting integer not null default 0,
    faults integer not null default 0,
    acts_taken bigint not null default 0
  );
  create unique index if not exists peer_once on ${FEDERATION_SCHEMA}.peer (operator)
    where ended_at is null;
  -- Documents that a node was asked for in vain, and when it is asked again.
  create table if not exists ${FEDERATION_SCHEMA}.document (
    digest text not null,
    operator text not null,
    tries integer not null default 1,
    next_at timestamptz not null,
    primary key (digest, operator)
  );
  create table if not exists ${FEDERATION_SCHEMA}.nonce (
    nonce text primary key,
    until timestamptz not null
  );
  create index if not exists nonce_until on ${FEDERATION_SCHEMA}.nonce (until);
  create table if not exists ${FEDERATION_SCHEMA}.envelope (
    id text primary key,
    recipient text not null,
    size_bytes integer not null,
    bytes bytea not null,
    left_by text not null,
    left_at timestamptz not null default now()
  );
  -- When what waits for a node is sent to it next, and how that went.
  create table if not exists ${FEDERATION_SCHEMA}.sending (
    peer uuid primary key references ${FEDERATION_SCHEMA}.peer,
    next_at timestamptz not null default now(),
    claimed_until timestamptz,
    tried_at timestamptz,
    done_at timestamptz,
    failed integer not null default 0,
    fault text,
    awaiting integer not null default 0
  );
  -- Acts that stand at the node of their register's custodian.
  create table if not exists ${FEDERATION_SCHEMA}.handed (
    act text primary key,
    operator text not null,
    handed_at timestamptz not null default now()
  );
  -- The node at which envelopes for this one are left.
  alter table ${FEDERATION_SCHEMA}.peer add column if not exists by_way_of text;
  -- How far each stream went that its recipient says it has, and envelopes on their way.
  create table if not exists ${FEDERATION_SCHEMA}.arrived_until (
    peer uuid primary key references ${FEDERATION_SCHEMA}.peer,
    ends jsonb not null
  );
  create table if not exists ${FEDERATION_SCHEMA}.laid (
    number bigint generated always as identity primary key,
    peer uuid not null references ${FEDERATION_SCHEMA}.peer,
    relay text not null,
    envelope text not null,
    proof text not null,
    ends jsonb not null,
    laid_at timestamptz not null default now()
  );
  -- Envelopes that lay here and were fetched, with what their recipients prove that by.
  create table if not exists ${FEDERATION_SCHEMA}.arrived (
    envelope text primary key,
    left_by text not null,
    proof text not null,
    arrived_at timestamptz not null default now()
  );
  -- Nodes that introduced themselves; nothing of it is believed before a person confirms it.
  create table if not exists ${FEDERATION_SCHEMA}.introduced (
    operator text not null,
    public_key text not null,
    key text not null,
    address text not null,
    introduced_at timestamptz not null default now(),
    declined_at timestamptz,
    primary key (operator, public_key)
  );
  create index if not exists envelope_recipient on ${FEDERATION_SCHEMA}.envelope
    (recipient, left_at);
`;

/** Makes the tables where they are missing, one process at a time. */
export const migrateFederation = (pool: pg.Pool): Promise<void> =>
  inTurnOn(pool, MIGRATION_LOCK, (client) => client.query(TABLES));
