/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pathway on its way in: what an importer found, made into one edit. */
#include "exchange/way-draft.h"

#include "base/way-error.h"
#include "base/way-i18n.h"
#include "base/way-id.h"
#include "base/way-text.h"
#include "base/way-wait.h"
#include "model/way-schema.h"

#include <math.h>
#include <string.h>

#define WAIT_MARK "⧗"
#define MOST_LINKS 100000
#define MOST_LEFT_OUT 1000      /* that are listed; nobody reads more */

struct _WayDraft
{
  WayRecords *records;
  WayRecord *map;
  char *lane;                 /* nullable: of a map that is there already, where steps go that are in no lane */
  gboolean into;              /* the map is there already */
  GHashTable *titles;         /* nullable until it is asked for: of the steps that are there, title → WayRecord */
  GPtrArray *lanes, *steps, *links, *organisations;   /* WayRecord, in their order */
  GHashTable *lanes_by_name;  /* name in the file → id */
  GHashTable *steps_by_name;  /* → WayRecord */
  GHashTable *organisations_by_name;   /* → id; nullable: made when asked for */
  GPtrArray *left_out;        /* lines */
  guint n_left_out;           /* of which not all are listed */
};

WayDraft *
way_draft_new (WayRecords *records,
               const char *title)
{
  WayDraft *self = g_new0 (WayDraft, 1);
  g_autofree char *id = way_id_new ();

  self->records = g_object_ref (records);
  self->map = way_record_new (WAY_KIND_MAP, id, NULL);
  way_record_set_text (self->map, WAY_MAP_KIND, "pathway");
  way_record_set_text (self->map, WAY_MAP_TITLE, title);
  self->lanes = g_ptr_array_new_with_free_func (g_object_unref);
  self->steps = g_ptr_array_new_with_free_func (g_object_unref);
  self->links = g_ptr_array_new_with_free_func (g_object_unref);
  self->organisations = g_ptr_array_new_with_free_func (g_object_unref);
  self->lanes_by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->steps_by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->left_out = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/* What is found goes into a map that is there, and what is in no lane into @lane, where that is given. */
void
way_draft_go_into (WayDraft   *self,
                   const char *map_id,
                   const char *lane)
{
  g_object_unref (self->map);
  self->map = way_record_new (WAY_KIND_MAP, map_id, NULL);
  self->into = TRUE;
  self->lane = g_strdup (lane);
}

gboolean
way_draft_goes_into (WayDraft *self)
{
  return self->into;
}

void
way_draft_free (WayDraft *self)
{
  g_object_unref (self->records);
  g_object_unref (self->map);
  g_free (self->lane);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_ptr_array_unref (self->lanes);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->organisations);
  g_hash_table_unref (self->lanes_by_name);
  g_hash_table_unref (self->steps_by_name);
  g_clear_pointer (&self->organisations_by_name, g_hash_table_unref);
  g_ptr_array_unref (self->left_out);
  g_free (self);
}

static WayRecord *
add (WayDraft  *self,
     GPtrArray *list,
     WayKind    kind,
     gboolean   on_map)
{
  g_autofree char *id = way_id_new ();
  WayRecord *record = way_record_new (kind, id, on_map ? way_record_get_id (self->map) : NULL);

  way_record_set_position (record, self->into ? HUGE_VAL : list->len + 1);
  g_ptr_array_add (list, record);
  return record;
}

gboolean
way_draft_is_lane_kind (const char *kind)
{
  static const char *const kinds[] = { "person", "frontstage", "backstage", "support", "commissioning", NULL };

  return kind != NULL && g_strv_contains (kinds, kind);
}

static WayRecord *
find_named (WayDraft   *self,
            const char *name)
{
  const char *id = g_hash_table_lookup (self->lanes_by_name, name);

  for (guint i = 0; id != NULL && i < self->lanes->len; i++)
    if (g_str_equal (way_record_get_id (self->lanes->pdata[i]), id))
      return self->lanes->pdata[i];
  return NULL;
}

/* A lane of no kind, or one that pathways do not have, becomes one of what people see in the end. Named again it is the same lane, unless
 * it is said to be of another kind. */
WayRecord *
way_draft_add_lane (WayDraft   *self,
                    const char *name,
                    const char *title,
                    const char *kind)
{
  gboolean of_known_kind = way_draft_is_lane_kind (kind);
  WayRecord *lane = find_named (self, name);
  g_autofree char *key = g_strdup (name);

  if (lane != NULL && of_known_kind && !way_record_has (lane, WAY_LANE_KIND))
    way_record_set_text (lane, WAY_LANE_KIND, kind);
  else if (lane != NULL && of_known_kind && !g_str_equal (way_record_get_text (lane, WAY_LANE_KIND), kind))
    {
      g_free (key);
      key = g_strdup_printf ("%s\x1f%s", name, kind);
      lane = find_named (self, key);
    }
  if (lane != NULL)
    return lane;
  lane = add (self, self->lanes, WAY_KIND_LANE, TRUE);
  if (of_known_kind)
    way_record_set_text (lane, WAY_LANE_KIND, kind);
  if (!way_text_is_blank (title))
    way_record_set_text (lane, WAY_LANE_TITLE, title);
  g_hash_table_insert (self->lanes_by_name, g_steal_pointer (&key), g_strdup (way_record_get_id (lane)));
  return lane;
}

WayRecord *
way_draft_find_step (WayDraft   *self,
                     const char *name)
{
  return name != NULL ? g_hash_table_lookup (self->steps_by_name, name) : NULL;
}

/* Where a link may begin or end: a step of the file, else one that is on the map already and called so. */
WayRecord *
way_draft_find_end (WayDraft   *self,
                    const char *name)
{
  WayRecord *step = way_draft_find_step (self, name);
  g_autoptr (GPtrArray) there = NULL;

  if (step != NULL || !self->into || name == NULL)
    return step;
  if (self->titles == NULL)
    {
      self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
      there = way_records_list (self->records, WAY_KIND_STEP, way_record_get_id (self->map), NULL);
      for (guint i = there != NULL ? there->len : 0; i > 0; i--)
        if (way_record_has (there->pdata[i - 1], WAY_STEP_TITLE))
          g_hash_table_replace (self->titles, g_strdup (way_record_get_text (there->pdata[i - 1], WAY_STEP_TITLE)), g_object_ref (there->pdata[i - 1]));
    }
  return g_hash_table_lookup (self->titles, name);
}

/* The step with a name, made where there is none; it stands in the lane where it was first met. */
WayRecord *
way_draft_take_step (WayDraft   *self,
                     const char *name,
                     const char *lane)
{
  WayRecord *step = way_draft_find_step (self, name);
  const char *lane_id = lane != NULL ? g_hash_table_lookup (self->lanes_by_name, lane) : NULL;

  if (step == NULL)
    {
      step = add (self, self->steps, WAY_KIND_STEP, TRUE);
      way_record_set_text (step, WAY_STEP_KIND, "step");
      g_hash_table_insert (self->steps_by_name, g_strdup (name), step);
    }
  if (lane_id != NULL && !way_record_has (step, WAY_STEP_LANE))
    way_record_set_text (step, WAY_STEP_LANE, lane_id);
  return step;
}

/* Files of a few lines can tie thousands of steps to thousands. */
gboolean
way_draft_can_link (WayDraft *self,
                    guint     from,
                    guint     to)
{
  return (guint64) from * to + self->links->len <= MOST_LINKS;
}

WayRecord *
way_draft_add_link (WayDraft   *self,
                    WayRecord  *from,
                    WayRecord  *to,
                    const char *kind)
{
  WayRecord *link = add (self, self->links, WAY_KIND_LINK, TRUE);

  way_record_set_text (link, WAY_LINK_FROM, way_record_get_id (from));
  way_record_set_text (link, WAY_LINK_TO, way_record_get_id (to));
  way_record_set_text (link, WAY_LINK_KIND, kind);
  return link;
}

static gboolean
know_organisations (WayDraft  *self,
                    GError   **error)
{
  g_autoptr (GPtrArray) all = NULL;

  if (self->organisations_by_name != NULL)
    return TRUE;
  all = way_records_list (self->records, WAY_KIND_ORGANISATION, NULL, error);
  if (all == NULL)
    return FALSE;
  self->organisations_by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < all->len; i++)
    if (way_record_has (all->pdata[i], WAY_ORGANISATION_NAME))
      g_hash_table_insert (self->organisations_by_name, g_strstrip (g_utf8_casefold (way_record_get_text (all->pdata[i], WAY_ORGANISATION_NAME), -1)),
                           g_strdup (way_record_get_id (all->pdata[i])));
  return TRUE;
}

/* An organisation of the workspace with that name, or a new one. */
gboolean
way_draft_set_organisation (WayDraft    *self,
                            WayRecord   *step,
                            const char  *name,
                            GError     **error)
{
  g_autofree char *folded = g_strstrip (g_utf8_casefold (name, -1));
  const char *id;

  if (!know_organisations (self, error))
    return FALSE;
  id = g_hash_table_lookup (self->organisations_by_name, folded);
  if (id == NULL)
    {
      WayRecord *organisation = add (self, self->organisations, WAY_KIND_ORGANISATION, FALSE);

      way_record_set_position (organisation, HUGE_VAL);
      way_record_set_text (organisation, WAY_ORGANISATION_NAME, name);
      id = way_record_get_id (organisation);
      g_hash_table_insert (self->organisations_by_name, g_steal_pointer (&folded), g_strdup (id));
    }
  way_record_set_text (step, WAY_STEP_ORGANISATION, id);
  return TRUE;
}

/* Days as they are kept, or a wait as people say it. */
gboolean
way_draft_read_wait (const char *text,
                     double     *days)
{
  char *end;

  *days = g_ascii_strtod (text, &end);
  if (end != text && *end == '\0' && text[strspn (text, "0123456789.e+-")] == '\0' && *days >= 0 && *days <= WAY_WAIT_MAX)
    return TRUE;
  return way_wait_parse (text, days, NULL);
}

/* What stands on a link: words, and behind the last sand-glass a wait, as we write it where there is no other place for it. */
void
way_draft_set_label (WayRecord  *link,
                     const char *label)
{
  g_autofree char *words = g_strdup (label);
  char *mark = words != NULL ? g_strrstr (words, WAIT_MARK) : NULL;
  double days;

  if (mark != NULL && way_wait_parse (mark + strlen (WAIT_MARK), &days, NULL))
    {
      way_record_set_number (link, WAY_LINK_WAIT_DAYS, days);
      *mark = '\0';
      if (mark > words && (mark[-1] == ' ' || mark[-1] == '\n'))
        mark[-1] = '\0';
    }
  if (!way_text_is_blank (words))
    way_record_set_text (link, WAY_LINK_LABEL, words);
}

/* Notes what is not taken over, so that nothing is lost without a word. */
void
way_draft_leave_out (WayDraft   *self,
                     guint       line,
                     const char *what)
{
  g_autofree char *excerpt = way_text_dup_excerpt (what, 80);

  if (self->n_left_out++ < MOST_LEFT_OUT)
    /* Translators: something in a file that could not be taken over: the line that it is in, and what it is. */
    g_ptr_array_add (self->left_out, g_strdup_printf (_("line %1$u: %2$s"), line, excerpt));
}

static void
put_all (WayEdit   *edit,
         GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    way_edit_put (edit, records->pdata[i]);
}

/* People call lanes by what they are: in the words of the format, of the map, or of their language. */
static const char *
guess_lane_kind (const char *title)
{
  static const struct { const char *kind, *word, *name; } kinds[] = {
    { "person", NC_("kind of lane", "Person"), NC_("lane", "What the person does") },
    { "frontstage", NC_("kind of lane", "Frontstage"), NC_("lane", "What they see") },
    { "backstage", NC_("kind of lane", "Backstage"), NC_("lane", "Behind the scenes") },
    { "support", NC_("kind of lane", "Support"), NC_("lane", "Support") },
    { "commissioning", NC_("kind of lane", "Commissioning"), NC_("lane", "Commissioning") },
  };
  g_autofree char *folded = title != NULL ? g_utf8_casefold (title, -1) : g_strdup ("");

  g_strstrip (folded);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *words[] = { kinds[i].word, kinds[i].name, g_dpgettext2 (NULL, "kind of lane", kinds[i].word), g_dpgettext2 (NULL, "lane", kinds[i].name) };

      for (guint k = 0; k < G_N_ELEMENTS (words); k++)
        {
          g_autofree char *word = g_utf8_casefold (words[k], -1);

          if (g_str_equal (word, folded))
            return kinds[i].kind;
        }
    }
  return NULL;
}

/* The lane that a lane of the file is on the map: that with its title, else the first of its kind. */
static WayRecord *
find_lane (GPtrArray *there,
           WayRecord *lane)
{
  static const guint fields[] = { WAY_LANE_TITLE, WAY_LANE_KIND };

  for (guint k = 0; k < G_N_ELEMENTS (fields); k++)
    for (guint i = 0; way_record_has (lane, fields[k]) && i < there->len; i++)
      {
        const char *said = way_record_get_text (there->pdata[i], fields[k]);
        g_autofree char *one = g_utf8_casefold (said != NULL ? said : "", -1);
        g_autofree char *other = g_utf8_casefold (way_record_get_text (lane, fields[k]), -1);

        if (g_str_equal (one, other))
          return there->pdata[i];
      }
  return NULL;
}

/* Steps go into the lanes that are there; what is left are lanes that have to be made. */
static gboolean
settle_lanes (WayDraft  *self,
              GError   **error)
{
  g_autoptr (GPtrArray) there = way_records_list (self->records, WAY_KIND_LANE, way_record_get_id (self->map), error);

  if (there == NULL)
    return FALSE;
  for (guint i = self->lanes->len; i > 0; i--)
    {
      WayRecord *lane = self->lanes->pdata[i - 1], *found = find_lane (there, lane);

      for (guint k = 0; found != NULL && k < self->steps->len; k++)
        if (g_strcmp0 (way_record_get_text (self->steps->pdata[k], WAY_STEP_LANE), way_record_get_id (lane)) == 0)
          way_record_set_text (self->steps->pdata[k], WAY_STEP_LANE, way_record_get_id (found));
      if (found != NULL)
        g_ptr_array_remove_index (self->lanes, i - 1);
    }
  if (self->lane == NULL && there->len > 0)
    self->lane = g_strdup (way_record_get_id (there->pdata[0]));
  return TRUE;
}

static void
place_steps (WayDraft *self)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      if (way_record_has (self->steps->pdata[i], WAY_STEP_LANE))
        continue;
      if (self->lane == NULL)
        self->lane = g_strdup (way_record_get_id (way_draft_add_lane (self, "", NULL, "person")));
      way_record_set_text (self->steps->pdata[i], WAY_STEP_LANE, self->lane);
    }
  for (guint i = 0; i < self->lanes->len; i++)
    if (!way_record_has (self->lanes->pdata[i], WAY_LANE_KIND))
      way_record_set_text (self->lanes->pdata[i], WAY_LANE_KIND, "frontstage");
}

WayEdit *
way_draft_finish (WayDraft  *self,
                  GStrv     *dropped,
                  GError   **error)
{
  g_autoptr (WayEdit) edit = way_edit_new (self->into ? _("Paste") : _("Import"));

  if (self->steps->len == 0 && (!self->into || self->links->len == 0))
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_INVALID, self->into ? _("There are no steps in what was copied.") : _("There are no steps in the file."));
      return NULL;
    }
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const char *kind = guess_lane_kind (way_record_get_text (self->lanes->pdata[i], WAY_LANE_TITLE));

      if (kind != NULL && !way_record_has (self->lanes->pdata[i], WAY_LANE_KIND))
        way_record_set_text (self->lanes->pdata[i], WAY_LANE_KIND, kind);
    }
  if (self->into && !settle_lanes (self, error))
    return NULL;
  place_steps (self);
  way_record_set_position (self->map, HUGE_VAL);
  put_all (edit, self->organisations);
  if (!self->into)
    way_edit_put (edit, self->map);
  put_all (edit, self->lanes);
  put_all (edit, self->steps);
  put_all (edit, self->links);
  if (self->n_left_out > MOST_LEFT_OUT)
    g_ptr_array_add (self->left_out, g_strdup_printf (ngettext ("and %u thing more", "and %u things more", self->n_left_out - MOST_LEFT_OUT),
                                                      self->n_left_out - MOST_LEFT_OUT));
  g_ptr_array_add (self->left_out, NULL);
  *dropped = g_strdupv ((char **) self->left_out->pdata);
  return g_steal_pointer (&edit);
}
