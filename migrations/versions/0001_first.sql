-- Names. published_start, start_at: the first instant of a partial date, for filters and orders; null
-- where no date is known. Ids are name-based (service/storage/identity.py), so that an article sent
-- again, or a database refilled, has the same ones. Sort keys are copied into the tables that lists
-- are read from and indexed with them.

create table sources (
    id uuid primary key,
    key text collate "C" not null unique,
    name text not null,
    domain text
);

create table articles (
    id uuid primary key,
    revision integer not null default 1 check (revision > 0),
    source_id uuid references sources,
    external_id text,
    url text,
    headline text,
    body text not null,
    length integer not null check (length = char_length(body)),
    content_hash bytea not null check (content_hash = sha256(convert_to(body, 'UTF8'))),
    record_digest bytea not null check (octet_length(record_digest) = 32),
    language text not null,
    published text,
    published_start timestamptz,
    published_origin text not null check (published_origin in ('SUPPLIED', 'TEXT', 'INFERRED', 'UNKNOWN')),
    modified_at timestamptz,
    stored_at timestamptz not null,
    status text not null check (status in ('CURRENT', 'RETRACTED')),
    word_count integer not null check (word_count >= 0),
    processor text not null,
    check ((published is null) = (published_start is null)),
    check ((published is null) = (published_origin = 'UNKNOWN')),
    -- what children refer to: it holds their bounds, and the body while they stand
    unique (id, revision, length)
);
create index articles_newest on articles (coalesce(published_start, '-infinity'::timestamptz), id);
create index articles_oldest on articles (coalesce(published_start, 'infinity'::timestamptz), id);
create index articles_stored on articles (stored_at, id);
create index articles_of_source on articles (source_id, coalesce(published_start, '-infinity'::timestamptz), id);

-- What an article is known by: SHA-256 of the sender and its identifier, of the url, or of source and text.
create table article_keys (
    key bytea primary key check (octet_length(key) = 32),
    kind text not null check (kind in ('EXTERNAL', 'URL', 'TEXT')),
    article_id uuid not null references articles on delete cascade
);
create index article_keys_of_article on article_keys (article_id);

create table actors (
    id uuid primary key,
    kind text not null check (kind in ('PERSON', 'ORGANIZATION', 'PLACE', 'GROUP')),
    name text not null,
    name_folded text collate "C" not null,
    mention_count integer not null check (mention_count >= 0),
    article_count integer not null check (article_count > 0),
    quote_count integer not null check (quote_count >= 0)
);
create index actors_by_mentions on actors (mention_count, id);
create index actors_by_quotes on actors (quote_count, id);
create index actors_by_name on actors (name_folded, id);

-- SHA-256 of a full name or of an identifier elsewhere -> the actor known by it. A merge points keys at
-- another actor, home_id says whose they were: it can be undone.
create table actor_keys (
    key bytea primary key check (octet_length(key) = 32),
    actor_id uuid not null references actors on delete cascade,
    home_id uuid not null,
    -- several actors bear the name: it tells of none of them
    ambiguous boolean not null default false
);
create index actor_keys_of_actor on actor_keys (actor_id, home_id);
create index actor_keys_of_home on actor_keys (home_id);

create table aliases (
    actor_id uuid not null references actors on delete cascade,
    name text collate "C" not null,
    folded text collate "C" not null,
    mention_count integer not null check (mention_count >= 0),
    article_count integer not null check (article_count > 0),
    primary key (actor_id, name)
);
create index aliases_by_name on aliases (folded, actor_id);

create table roles (
    actor_id uuid not null references actors on delete cascade,
    title text collate "C" not null,
    mention_count integer not null check (mention_count > 0),
    primary key (actor_id, title)
);

create table identifiers (
    actor_id uuid not null references actors on delete cascade,
    url text collate "C" not null,
    article_count integer not null check (article_count > 0),
    primary key (actor_id, url)
);

-- One article's part in one actor: what its counts go down by when the article goes.
create table article_actors (
    article_id uuid not null references articles on delete cascade,
    actor_id uuid not null references actors,
    names text[] not null,
    name_counts integer[] not null,
    titles text[] not null,
    title_counts integer[] not null,
    identifiers text[] not null,
    mention_count integer not null check (mention_count >= 0),
    quote_count integer not null check (quote_count >= 0),
    published_start timestamptz,
    check (cardinality(names) = cardinality(name_counts)),
    check (cardinality(titles) = cardinality(title_counts)),
    primary key (article_id, actor_id)
);
create index article_actors_newest
    on article_actors (actor_id, coalesce(published_start, '-infinity'::timestamptz), article_id);

create table mentions (
    article_id uuid not null,
    revision integer not null,
    length integer not null,
    actor_id uuid not null references actors,
    span_start integer not null check (span_start >= 0),
    span_end integer not null check (span_end <= length),
    utf16_start integer not null,
    utf16_end integer not null,
    exact text not null check (char_length(exact) = span_end - span_start),
    prefix text not null,
    suffix text not null,
    form text not null check (form in ('NAME', 'NOMINAL', 'PRONOUN')),
    role text,
    role_start integer check (role_start >= 0),
    role_end integer check (role_end <= length and role_end > role_start),
    check (span_start < span_end),
    check (num_nulls(role, role_start, role_end) in (0, 3)),
    primary key (article_id, span_start, span_end, actor_id),
    foreign key (article_id, revision, length) references articles (id, revision, length) on delete cascade
);
create index mentions_of_actor on mentions (actor_id, article_id);

create table utterances (
    id uuid primary key,
    speaker_id uuid references actors,
    article_count integer not null check (article_count > 0),
    source_count integer not null check (source_count >= 0)
);
create index utterances_of_speaker on utterances (speaker_id);

create table quotes (
    id uuid primary key,
    article_id uuid not null,
    revision integer not null,
    length integer not null,
    speaker_id uuid references actors,
    utterance_id uuid not null references utterances,
    source_id uuid references sources,
    published_start timestamptz,
    kind text not null check (kind in ('DIRECT', 'MIXED', 'INDIRECT')),
    span_start integer not null check (span_start >= 0),
    span_end integer not null check (span_end <= length),
    utf16_start integer not null,
    utf16_end integer not null,
    exact text not null check (char_length(exact) = span_end - span_start),
    prefix text not null,
    suffix text not null,
    check (span_start < span_end),
    unique (article_id, span_start, span_end, kind),
    foreign key (article_id, revision, length) references articles (id, revision, length) on delete cascade
);
create index quotes_newest on quotes (coalesce(published_start, '-infinity'::timestamptz), id);
create index quotes_oldest on quotes (coalesce(published_start, 'infinity'::timestamptz), id);
create index quotes_of_speaker_newest
    on quotes (speaker_id, coalesce(published_start, '-infinity'::timestamptz), id);
create index quotes_of_utterance on quotes (utterance_id);
create index quotes_of_source on quotes (source_id);

-- SHA-256 of a speaker and of words by which quotes are told to share an utterance.
create table utterance_keys (
    key bytea not null check (octet_length(key) = 32),
    quote_id uuid not null references quotes on delete cascade,
    utterance_id uuid not null references utterances on delete cascade,
    primary key (key, quote_id)
);
create index utterance_keys_of_quote on utterance_keys (quote_id);
create index utterance_keys_of_utterance on utterance_keys (utterance_id);

create table attributions (
    quote_id uuid primary key references quotes on delete cascade,
    article_id uuid not null,
    revision integer not null,
    length integer not null,
    speaker_start integer check (speaker_start >= 0),
    speaker_end integer check (speaker_end <= length and speaker_end > speaker_start),
    speaker_utf16_start integer,
    speaker_utf16_end integer,
    speaker_exact text,
    speaker_prefix text,
    speaker_suffix text,
    cue_start integer check (cue_start >= 0),
    cue_end integer check (cue_end <= length and cue_end > cue_start),
    cue_utf16_start integer,
    cue_utf16_end integer,
    cue_exact text,
    cue_prefix text,
    cue_suffix text,
    cue text,
    method text not null check (method in ('CUE', 'CONTINUATION', 'PRONOUN', 'SUPPLIED')),
    rule text,
    confidence double precision check (confidence between 0 and 1),
    venue text,
    addressee text,
    relayed_by text,
    check (num_nulls(speaker_start, speaker_end, speaker_utf16_start, speaker_utf16_end,
                     speaker_exact, speaker_prefix, speaker_suffix) in (0, 7)),
    check (num_nulls(cue_start, cue_end, cue_utf16_start, cue_utf16_end,
                     cue_exact, cue_prefix, cue_suffix) in (0, 7)),
    foreign key (article_id, revision, length) references articles (id, revision, length) on delete cascade
);
create index attributions_of_article on attributions (article_id);

create table events (
    id uuid primary key,
    type text not null check (type in (
        'AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT',
        'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'OTHER')),
    mode text,
    contexts text[] not null,
    name text not null,
    start_date text,
    start_at timestamptz,
    end_date text,
    date_origin text not null check (date_origin in ('SUPPLIED', 'TEXT', 'INFERRED', 'UNKNOWN')),
    location_id uuid references actors,
    article_count integer not null check (article_count > 0),
    source_count integer not null check (source_count >= 0),
    check ((start_date is null) = (start_at is null)),
    check ((start_date is null) = (date_origin = 'UNKNOWN'))
);
create index events_newest on events (coalesce(start_at, '-infinity'::timestamptz), id);
create index events_oldest on events (coalesce(start_at, 'infinity'::timestamptz), id);
create index events_by_sources on events (source_count, id);
create index events_of_location on events (location_id);

-- One article's account of one event: what the event shows while it is the first, and what its counts
-- go down by when the article goes.
create table article_events (
    article_id uuid not null references articles on delete cascade,
    event_id uuid not null references events,
    source_id uuid references sources,
    stored_at timestamptz not null,
    start_at timestamptz,
    mode text,
    contexts text[] not null,
    name text not null,
    end_date text,
    date_origin text not null,
    location_id uuid references actors,
    participant_ids uuid[] not null,
    participant_roles text[] not null,
    check (cardinality(participant_ids) = cardinality(participant_roles)),
    primary key (article_id, event_id)
);
create index article_events_of_event on article_events (event_id, stored_at, article_id);
create index article_events_of_location on article_events (location_id);
create index article_events_of_source on article_events (source_id);

create table reports (
    article_id uuid not null,
    event_id uuid not null,
    revision integer not null,
    length integer not null,
    published_start timestamptz,
    modality text not null check (modality in ('ASSERTED', 'NEGATED', 'HYPOTHETICAL', 'FUTURE')),
    span_start integer not null check (span_start >= 0),
    span_end integer not null check (span_end <= length),
    utf16_start integer not null,
    utf16_end integer not null,
    exact text not null check (char_length(exact) = span_end - span_start),
    prefix text not null,
    suffix text not null,
    check (span_start < span_end),
    primary key (article_id, span_start, span_end, event_id),
    foreign key (article_id, event_id) references article_events on delete cascade,
    foreign key (article_id, revision, length) references articles (id, revision, length) on delete cascade
);
create index reports_of_event
    on reports (event_id, coalesce(published_start, 'infinity'::timestamptz), article_id, span_start);

-- type, start_date: copied from the event, for finding the event that another article tells of
create table participants (
    event_id uuid not null references events on delete cascade,
    actor_id uuid not null references actors,
    role text not null check (role in ('ACTOR', 'RECIPIENT')),
    type text not null,
    start_date text collate "C",
    article_count integer not null check (article_count > 0),
    primary key (event_id, role, actor_id)
);
create index participants_of_actor on participants (actor_id, role, start_date, type);

-- Participants and locations, each once: what an actor's events are read from.
create table event_actors (
    event_id uuid not null references events on delete cascade,
    actor_id uuid not null references actors,
    start_at timestamptz,
    article_count integer not null check (article_count > 0),
    primary key (event_id, actor_id)
);
create index event_actors_newest
    on event_actors (actor_id, coalesce(start_at, '-infinity'::timestamptz), event_id);

-- Quotes that overlap a sentence in which the event is reported, or its paragraph.
create table event_quotes (
    event_id uuid not null references events on delete cascade,
    quote_id uuid not null references quotes on delete cascade,
    published_start timestamptz,
    primary key (event_id, quote_id)
);
create index event_quotes_oldest
    on event_quotes (event_id, coalesce(published_start, 'infinity'::timestamptz), quote_id);
create index event_quotes_of_quote on event_quotes (quote_id);

-- Offsets are code points from 0; the arguments name the columns that hold start, end and slice. Slicing a
-- long text once for each of thousands of spans is quadratic: long bodies are cut into pieces first.
create function refuse_false_slice() returns trigger language plpgsql as $$
declare
    long_body constant integer := 16000;
    piece_length constant integer := 250;  -- 255 is the most that a regular expression repeats
    spans constant text := format(
        'select article_id, %I as span_start, %I as span_end, %I as exact from added where %1$I is not null',
        tg_argv[0], tg_argv[1], tg_argv[2]);
    wrong record;
    long record;
    spanned record;
    pieces text[];
    slice text;
begin
    execute format(
        'select a.id, s.span_start, s.span_end from (%s) s join articles a on a.id = s.article_id
         where (a.length <= $1 or s.span_end - s.span_start > $2)
           and s.exact is distinct from substr(a.body, s.span_start + 1, s.span_end - s.span_start) limit 1',
        spans) into wrong using long_body, 100 * piece_length;
    if wrong is not null then
        raise exception 'article %: body[%:%] differs from %',
            wrong.id, wrong.span_start, wrong.span_end, tg_argv[2]
            using errcode = 'check_violation', table = tg_table_name;
    end if;
    for long in
        select a.id, a.body from articles a
        where a.length > long_body and a.id in (select article_id from added)
    loop
        pieces := array(
            select m.piece[1]
            from regexp_matches(long.body, format('.{1,%s}', piece_length), 'g') with ordinality m (piece, n)
            order by m.n);
        for spanned in
            execute spans || ' and article_id = $1' using long.id
        loop
            continue when spanned.span_end - spanned.span_start > 100 * piece_length;
            slice := '';
            for i in spanned.span_start / piece_length + 1 .. (spanned.span_end - 1) / piece_length + 1 loop
                slice := slice || pieces[i];
            end loop;
            if spanned.exact is distinct from
                substr(slice, spanned.span_start % piece_length + 1, spanned.span_end - spanned.span_start)
            then
                raise exception 'article %: body[%:%] differs from %',
                    long.id, spanned.span_start, spanned.span_end, tg_argv[2]
                    using errcode = 'check_violation', table = tg_table_name;
            end if;
        end loop;
    end loop;
    return null;
end $$;

create function refuse_moved_span() returns trigger language plpgsql as $$
begin
    raise exception '%: a span is never changed; delete the row and insert another', tg_table_name
        using errcode = 'check_violation', table = tg_table_name;
end $$;

create function refuse_changed_body() returns trigger language plpgsql as $$
begin
    raise exception 'article %: body changes only with a new revision', old.id
        using errcode = 'check_violation', table = tg_table_name;
end $$;

create trigger exact after insert on mentions referencing new table as added
    for each statement execute function refuse_false_slice('span_start', 'span_end', 'exact');
create trigger role after insert on mentions referencing new table as added
    for each statement execute function refuse_false_slice('role_start', 'role_end', 'role');
create trigger exact after insert on quotes referencing new table as added
    for each statement execute function refuse_false_slice('span_start', 'span_end', 'exact');
create trigger exact after insert on reports referencing new table as added
    for each statement execute function refuse_false_slice('span_start', 'span_end', 'exact');
create trigger speaker after insert on attributions referencing new table as added
    for each statement execute function refuse_false_slice('speaker_start', 'speaker_end', 'speaker_exact');
create trigger cue after insert on attributions referencing new table as added
    for each statement execute function refuse_false_slice('cue_start', 'cue_end', 'cue_exact');
create trigger moved before update of
    article_id, revision, length, span_start, span_end, exact, role, role_start, role_end on mentions
    for each row execute function refuse_moved_span();
create trigger moved before update of article_id, revision, length, span_start, span_end, exact on quotes
    for each row execute function refuse_moved_span();
create trigger moved before update of article_id, revision, length, span_start, span_end, exact on reports
    for each row execute function refuse_moved_span();
create trigger moved before update of
    article_id, revision, length, speaker_start, speaker_end, speaker_exact, cue_start, cue_end, cue_exact
    on attributions
    for each row execute function refuse_moved_span();
create trigger body before update of body on articles
    for each row when (old.body is distinct from new.body and new.revision <= old.revision)
    execute function refuse_changed_body();
