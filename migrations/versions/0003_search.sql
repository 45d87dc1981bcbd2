-- Search by words. The tsvectors are made in Python (service/search_text.py), so that they are the same in every
-- database; article_events.words is what the event shows while that account is the first.

alter table articles add column words tsvector not null default '';
alter table quotes add column words tsvector not null default '';
alter table aliases add column words tsvector not null default '';
alter table events add column words tsvector not null default '';
alter table article_events add column words tsvector not null default '';

-- What is stored already gets its words here, as Python makes them but for rare letters and for what lies behind
-- the first 100,000 characters of a body: that comes when the article is stored again.
create function first_words(given text, weight text, first integer) returns tsvector language sql immutable as $$
    select coalesce(string_agg(format('''%s'':%s%s', left(m.word[1], 200), least(first + n, 16383), weight), ' '), '')
        ::tsvector
    from regexp_matches(
        replace(
            translate(
                lower(normalize(regexp_replace(
                    normalize(left(given, 100000), NFKD),
                    '[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u093c\u094d'
                    '\u09bc\u09cd\u0a3c\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u0e48-\u0e4b\u3099-\u309a]',
                    '', 'g'), NFC)),
                'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЂЄЅІЈЉЊЋЏҐÆØÐÞŒĐŁĦ',
                'αβγδεζηθικλμνξοπρστυφχψωσабвгдежзийклмнопрстуфхцчшщъыьэюяђєѕіјљњћџґæøðþœđłħ'),
            'ß', 'ss'),
        '[\u0e01-\u0e4e\u0e50-\u0e59\u0e81-\u0ed9\u1000-\u1049\u1780-\u17d3\u3005-\u3007\u3041-\u3096\u30a1-\u30fa'
        '\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|'
        '[0-9a-z\u00b5\u00df-\u00f6\u00f8-\u02bb\u02bd-\u0559\u0560-\u0588\u05d0-\u05f2\u0620-\u0669\u066e-\u06d3\u06d5-\u06ff'
        '\u0710-\u0963\u0966-\u096f\u0971-\u0dff\u0f00-\u0fff\u10a0-\u177f\u1800-\u1fff\u2c00-\u2dff\ua000-\ud7ff]+',
        'g') with ordinality m (word, n)
$$;
-- A change of type rewrites the table without the triggers that note what is updated: nothing that is shown is.
alter table articles alter column words type tsvector
    using first_words(headline, 'A', 0) || first_words(body, 'D', 10);
alter table quotes alter column words type tsvector using first_words(exact, 'C', 0);
alter table aliases alter column words type tsvector using first_words(name, 'A', 0);
alter table events alter column words type tsvector using first_words(name, 'B', 0);
alter table article_events alter column words type tsvector using first_words(name, 'B', 0);
drop function first_words;

create index articles_by_words on articles using gin (words);
create index quotes_by_words on quotes using gin (words);
create index aliases_by_words on aliases using gin (words);
create index events_by_words on events using gin (words);

-- About 240 characters of a text around the first place that matches, in parts that make up a stretch of it; the
-- beginning of the text where nothing matches. Nothing here depends on the database's locale, nor may the pattern.
create function excerpt(source text, pattern text) returns table (part text, matched boolean)
language plpgsql immutable strict parallel safe as $$
declare
    size constant integer := 240;
    lead constant integer := 60;
    longest constant integer := 1000;
    blank constant text := '[ \t\r\n]+';
    place integer := regexp_instr(source, pattern);
    match_end integer := case when place > 0 then regexp_instr(source, pattern, place, 1, 1) else 1 end;
    first integer := greatest(1, place - lead);
    stretch text;
    whole_words text;
    after integer := 1;
begin
    if first > 1 then
        first := first + greatest(regexp_instr(substr(source, first, place - first), blank, 1, 1, 1) - 1, 0);
    end if;
    stretch := substr(source, first, least(greatest(size, match_end - first), longest));
    if first + char_length(stretch) <= char_length(source) then
        whole_words := substring(stretch from '^(.*)' || blank);
        if char_length(whole_words) >= match_end - first then
            stretch := whole_words;
        end if;
    end if;
    loop
        place := regexp_instr(stretch, pattern, after);
        match_end := regexp_instr(stretch, pattern, after, 1, 1);
        if place = 0 then
            place := char_length(stretch) + 1;
        end if;
        if place > after then
            part := substr(stretch, after, place - after);
            matched := false;
            return next;
        end if;
        exit when match_end = 0;
        part := substr(stretch, place, match_end - place);
        matched := true;
        return next;
        after := match_end;
    end loop;
end $$;
