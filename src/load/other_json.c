/* A record may be JSON as well, so several keys of another kind have to agree, and those that a record has
 * speak against it. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "load/other_bytes.h"

#include <string.h>

/* Whether a key of this name, in quotation marks, stands anywhere in it. */
static bool has_key(struct bytes in, const char *key)
{
	size_t len = strlen(key);
	const char *end = in.at + in.len;
	for (const char *at = in.at; (at = memmem(at, (size_t)(end - at), key, len)) != NULL;) {
		bool marked = at > in.at && at[-1] == '"' && at + len < end && at[len] == '"';
		at += len;
		if (!marked)
			continue;
		const char *colon = at + 1;
		while (colon < end && bytes_is_blank(*colon))
			colon++;
		if (colon < end && *colon == ':')
			return true;
	}
	return false;
}

/* Whether the first key is this one. */
static bool first_key(struct bytes in, const char *key)
{
	size_t len = strlen(key);
	in = bytes_trimmed(bytes_behind(in, 1));
	return in.len > len + 1 && *in.at == '"' && memcmp(in.at + 1, key, len) == 0 &&
		in.at[len + 1] == '"';
}

/* Annotations of Hypothes.is: in its export, in the answer of its server, or by themselves. */
static bool is_annotations(struct bytes in)
{
	bool listed = *in.at == '[' || has_key(in, "annotations") || has_key(in, "rows");
	return listed && has_key(in, "uri") && has_key(in, "target") &&
		(has_key(in, "selector") || has_key(in, "export_userid"));
}

static bool tell_annotations(struct other_file *other)
{
	return other_tell_read(other, "an export of Hypothes.is (JSON)", OTHER_ANNOTATIONS);
}

static bool tell_json_object(struct bytes in, struct other_file *other)
{
	if (has_key(in, "doc_id") || bytes_have(in, "docs.google.com/open"))
		return other_tell(other, "a link to a document of Google",
			"in Google Docs: File, Download, Plain Text (.txt); then check that file");
	if (first_key(in, "timeline") && has_key(in, "headline"))
		return other_tell_read(other, "a timeline of TimelineJS (JSON)", OTHER_TIMELINE);
	if (is_annotations(in))
		return tell_annotations(other);
	if (first_key(in, "@context"))
		return other_tell(other, "data of a web page (JSON-LD)", advice_fields);
	if (has_key(in, "FeatureCollection") ||
		(has_key(in, "features") && has_key(in, "geometry")))
		return other_tell(other, "places on a map (GeoJSON)", advice_fields);
	if (has_key(in, "itemType") || has_key(in, "citationKey"))
		return other_tell(other, "a bibliography of Zotero (JSON)", advice_zotero);
	/* What truce has for every event and source speaks against what follows. */
	if (has_key(in, "date") || has_key(in, "quotes") || has_key(in, "sources") ||
		has_key(in, "people"))
		return false;
	if (has_key(in, "headline") && (has_key(in, "start_date") || has_key(in, "startDate")))
		return other_tell_read(other, "a timeline of TimelineJS (JSON)", OTHER_TIMELINE);
	if (has_key(in, "dateTimeFormat") || (has_key(in, "events") && has_key(in, "isDuration")))
		return other_tell(other, "a timeline of SIMILE (JSON)", advice_fields);
	if (has_key(in, "nbformat"))
		return other_tell(other, "a notebook of Jupyter", advice_text);
	return false;
}

static bool tell_json_list(struct bytes in, struct other_file *other)
{
	struct bytes inside = bytes_trimmed(bytes_behind(in, 1));
	if (!inside.len || *inside.at != '{')
		return false;
	if (has_key(in, "itemType"))
		return other_tell(other, "a bibliography of Zotero (JSON)", advice_zotero);
	if (is_annotations(in))
		return tell_annotations(other);
	if (has_key(in, "date") || has_key(in, "quotes"))
		return false;
	if (has_key(in, "headline") && has_key(in, "start_date"))
		return other_tell_read(other, "a timeline of TimelineJS (JSON)", OTHER_TIMELINE);
	if (has_key(in, "type") &&
		(has_key(in, "issued") || has_key(in, "date-parts") || has_key(in, "title")))
		return other_tell_read(
			other, "a bibliography (CSL-JSON), as Zotero writes it", OTHER_REFERENCES);
	if (has_key(in, "content") && has_key(in, "start"))
		return other_tell(other, "a timeline of vis.js (JSON)", advice_fields);
	return false;
}

bool other_json(struct bytes in, struct other_file *other)
{
	return *in.at == '{' ? tell_json_object(in, other) : tell_json_list(in, other);
}
