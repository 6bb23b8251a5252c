/* What the readers and checks of this room share while a record is made. Private to load/. */
#ifndef TRUCE_LOAD_LOADER_H
#define TRUCE_LOAD_LOADER_H

#include "base/buf.h"
#include "base/node.h"
#include "base/table.h"
#include "load/codes.h"
#include "load/ids.h"
#include "load/languages.h"
#include "load/places.h"
#include "load/unread.h"
#include "model/form.h"

/* A reference that could not be followed when it was read: what it names may come later. In its
 * place in the record stands a ref of no thing whose index is the number of the pending one, from
 * 1. */
struct pending {
	const char *id; /* in `scratch` */
	struct place place;
	uint16_t things;               /* bits of enum thing: what may stand there */
	const struct form_field *word; /* whose words might have stood there as well; or NULL */
	bool mapped;                   /* and then under its name */
	bool listed;                   /* several may stand there, in a list */
};

/* A plain value that was read as a word, and could be an id. */
struct meant_word {
	const char *text; /* in `scratch` */
	struct place place;
};

/* A name or alias that a person goes by, or the short name of a source, and where it stands. */
struct alias {
	const char *name;
	struct ref of;
	bool own; /* the name, no alias */
	struct place place;
};

/* A mapping that is being read, and the one around it; NULL around a thing, which only the record is
 * around. */
struct level {
	const struct form *form;
	const struct node *map, *at; /* `at` is the value in it that is being read */
	const struct node *before;   /* the value before it */
	/* The latest value with mappings of a form in it, while all that followed could be theirs. */
	const struct node *inner;
	const struct form *inner_form;
	const struct form
		*guest; /* to which several keys of this mapping belong that are not its */
	bool scanned;   /* whether there is a guest was looked for */
	bool told;      /* and that such keys belong elsewhere was told */
	bool cut;       /* the key before was the rest of a text with a comma */
	struct level *outer;
};

/* An id that has more than ASCII, and where it stands. */
struct odd_id {
	const char *id; /* in `scratch` */
	enum thing thing;
	struct place place;
};

/* What a key that is no field was meant for, by what it is called or by its letters. */
struct key_memo {
	uint64_t hash;
	const struct form *form; /* NULL: nothing is remembered here */
	const struct form_field *field;
	const char *advice;
	bool by_words;
};

/* A file of nothing but sources, of which a record uses what it needs. */
struct shelf {
	uint32_t file, count, unused;
};

struct loader {
	struct key_memo memos[128];
	struct record *record;
	struct diag_list *diags;
	struct ids ids;
	bool paged;                       /* lines of it begin as those of a page do: page_find */
	const struct form_field *strayed; /* the section whose line was told to stand elsewhere */
	struct node_reader *reader;       /* of the file at hand */
	const struct stored *built_in; /* what is known of it, of the record that is compiled in */
	struct place spot;    /* the place that was last looked for in the bytes of a file, */
	const char *spot_at;  /* and its byte; NULL at first (spot.h) */
	struct buf foreign;   /* a byte for each file: whether its bytes are no record */
	struct places places; /* of fields */
	struct place title;
	struct level *level;    /* the innermost mapping at hand; NULL between things */
	bool titled;            /* a title may be there, although none was read */
	const char *untitled;   /* what a record is called that has none; or NULL */
	uint32_t untitled_file; /* after which it is called so */
	struct unread unread;
	bool cut;                     /* what is wrong with the item at hand has been told */
	bool last;                    /* in its section is the item at hand; */
	const char *behind;           /* and the key that stands behind it, or NULL */
	size_t capacity[THING_COUNT]; /* of the record's arrays */
	uint8_t *used[THING_COUNT];   /* a byte for each thing: whether anything refers to it */
	size_t used_capacity[THING_COUNT];
	struct pending *pending;
	size_t pending_count, pending_capacity;
	struct alias *aliases;
	size_t alias_count, alias_capacity;
	struct meant_word *words;
	size_t word_count, word_capacity;
	struct odd_id *odd_ids;
	size_t odd_id_count, odd_id_capacity;
	struct shelf *shelves; /* in the order of the files */
	size_t shelf_count, shelf_room;
	struct languages languages;
	struct table_section table;          /* shapes.c */
	struct lookup *lookup;               /* lookup.c; NULL until it is asked */
	struct mention_words *mention_words; /* mention_find.c; NULL until asked */
	struct neighbours *neighbours;       /* neighbour.c; likewise */
	size_t office_looked;                /* by office.c */
	struct arena scratch;
	struct buf buf; /* for one call at a time */
	/* By form, a bit for each field: those that must be there, and those of which one must
	 * be. */
	uint64_t needed[FORM_COUNT], either[FORM_COUNT];
	/* Which field came last behind each of a form, by its number from 1: a guess at the next. */
	uint8_t follows[FORM_COUNT][FORM_FIELDS_MOST + 1];
};

/* "person, party or source": the kinds of a set, for messages; valid until the next call that uses
 * `buf`. */
const char *loader_kinds(struct loader *, unsigned things);

/* Appends "line 12", or "other.yaml:12" where that is another file than the message's own. */
void loader_where(const struct loader *, struct place from, struct place to, struct buf *);

/* The place of a thing's item. */
struct place loader_place(const struct loader *, struct ref);

/* How many quotations begin before a place; they stand in the order of the files until all is read. */
uint32_t loader_quotes_before(const struct loader *, struct place);

/* Reserves room for what files of so many bytes may hold, where that is much: an array that grows from
 * small has to be moved again and again. What is not used of it costs nothing. */
void loader_reserve(struct loader *, size_t bytes);

/* Room for one more thing of a kind at the end of the record's array, zeroed; it moves when another
 * of its kind comes. */
void *loader_room(struct loader *, enum thing);
/* Adds the id of the thing for which there is room, as soon as it is read: what stands inside the
 * thing comes later. A second of the same id is reported at `place`. */
void loader_called(struct loader *, enum thing, const char *id, struct place place);

/* Notes a plain value that was read as a word. */
void loader_word(struct loader *, const struct node *);

/* Notes that something refers to the thing, and whether that was noted. */
void loader_use(struct loader *, struct ref);
bool loader_used(const struct loader *, struct ref);

#endif
