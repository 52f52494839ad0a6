/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the store share: folders of their own, small maps, and workspaces of every kind at random. */
#include "store-fixture.h"

#include "base/way-id.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

void
store_remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      store_remove_tree (child);
    }
  g_remove (path);
}

void
store_fixture_set_up (StoreFixture  *self,
                      gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("way-store-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->file = g_file_new_build_filename (self->folder, "Living well.waymark", NULL);
}

void
store_fixture_tear_down (StoreFixture  *self,
                         gconstpointer  data)
{
  store_remove_tree (self->folder);
  g_free (self->folder);
  g_object_unref (self->file);
}

void
store_fixture_add (const char  *path,
                   void       (*test) (StoreFixture *self, gconstpointer data))
{
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down);
}

char *
store_dup_working_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "waymark", "open", NULL);
}

void
store_put (WayWorkspace *workspace,
           const char   *label,
           WayRecord    *record)
{
  g_autoptr (WayEdit) edit = way_edit_new (label);
  g_autoptr (GError) error = NULL;

  way_edit_put (edit, record);
  way_workspace_apply (workspace, edit, &error);
  g_assert_no_error (error);
  g_object_unref (record);
}

void
store_drop (WayWorkspace *workspace,
            WayKind       kind,
            const char   *id)
{
  g_autoptr (WayEdit) edit = way_edit_new ("Remove");
  g_autoptr (GError) error = NULL;

  way_edit_drop (edit, kind, id);
  way_workspace_apply (workspace, edit, &error);
  g_assert_no_error (error);
}

/* The map "map" with the lane "lane" and the stage "stage". */
void
store_make_map (WayWorkspace *workspace)
{
  g_autoptr (WayEdit) edit = way_edit_new ("Add map");
  g_autoptr (WayRecord) map = way_record_new (WAY_KIND_MAP, "map", NULL);
  g_autoptr (WayRecord) lane = way_record_new (WAY_KIND_LANE, "lane", "map");
  g_autoptr (WayRecord) stage = way_record_new (WAY_KIND_STAGE, "stage", "map");
  g_autoptr (GError) error = NULL;

  way_record_set_text (map, WAY_MAP_KIND, "journey");
  way_edit_put (edit, map);
  way_edit_put (edit, lane);
  way_edit_put (edit, stage);
  way_workspace_apply (workspace, edit, &error);
  g_assert_no_error (error);
}

WayRecord *
store_new_card (const char *id,
                const char *text)
{
  WayRecord *card = way_record_new (WAY_KIND_CARD, id, "map");

  way_record_set_text (card, WAY_CARD_LANE, "lane");
  way_record_set_text (card, WAY_CARD_STAGE, "stage");
  way_record_set_text (card, WAY_CARD_TEXT, text);
  return card;
}

void
store_assert_text (WayWorkspace *workspace,
                   WayKind       kind,
                   const char   *id,
                   guint         field,
                   const char   *text)
{
  g_autoptr (WayRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  way_records_read (WAY_RECORDS (workspace), kind, id, &record, &error);
  g_assert_no_error (error);
  g_assert_nonnull (record);
  g_assert_cmpstr (way_record_get_text (record, field), ==, text);
}

static void
append_value (GString        *dump,
              const WayValue *value)
{
  if (value->type == WAY_VALUE_TEXT)
    g_string_append_printf (dump, " %s", value->text);
  else if (value->type == WAY_VALUE_NUMBER)
    g_string_append_printf (dump, " %.17g", value->number);
  else if (value->type == WAY_VALUE_TRUTH)
    g_string_append (dump, value->truth ? " yes" : " no");
  else if (value->type == WAY_VALUE_TEXTS)
    for (guint i = 0; value->texts[i] != NULL; i++)
      g_string_append_printf (dump, " [%s]", value->texts[i]);
  else
    g_string_append (dump, " -");
}

/* Everything that a workspace holds, as text. */
char *
store_dup_dump (WayWorkspace *workspace)
{
  GString *dump = g_string_new (NULL);

  for (guint kind = 1; kind < WAY_N_KINDS; kind++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) records = way_records_list (WAY_RECORDS (workspace), kind, NULL, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < records->len; i++)
        {
          WayRecord *record = records->pdata[i];

          g_string_append_printf (dump, "%s %s in %s at %.17g:", way_kind_get_info (kind)->name, way_record_get_id (record),
                                  way_record_get_within (record), way_record_get_position (record));
          for (guint j = 0; j < way_kind_get_info (kind)->n_fields; j++)
            append_value (dump, way_record_get_value (record, j));
          g_string_append_c (dump, '\n');
        }
    }
  return g_string_free_and_steal (dump);
}

void
store_assert_whole (WayWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sentences = way_workspace_check (workspace, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < sentences->len; i++)
    g_test_message ("%s", (char *) sentences->pdata[i]);
  g_assert_cmpuint (sentences->len, ==, 0);
}

/* Text in several scripts, with everything that quoting can trip over. */
char *
store_random_text (GRand *random)
{
  static const char *const pieces[] = {
    "a", "Waiting ", "\"", "\\", "'", "\n", "\t", "\x01", "\x1f", "ü", "ế", "مرحبا", "עברית", "日本語", "👩🏽‍⚕️", "e\u0301", "\u202e",
    "\uFFFD", "%s", "{}[],:", "\\u0041", " ", "\xc2\x85", "\U0010FFFF",
  };
  GString *text = g_string_new (NULL);

  for (guint n = g_rand_int_range (random, 1, 8); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free_and_steal (text);
}

static char *
dup_random_id (WayWorkspace *workspace,
               GRand        *random,
               WayKind       kind,
               const char   *within)
{
  g_autoptr (GPtrArray) records = way_records_list (WAY_RECORDS (workspace), kind, within, NULL);

  if (records->len == 0)
    return NULL;
  return g_strdup (way_record_get_id (records->pdata[g_rand_int_range (random, 0, records->len)]));
}

/* A record that this one can refer to: with the same holder, where the kinds have the same. */
static char *
dup_random_target (WayWorkspace   *workspace,
                   GRand          *random,
                   WayRecord      *record,
                   const WayField *field)
{
  const char *within = NULL;
  WayKind kind = field->target;
  g_autoptr (WayRecord) holder = NULL;

  while (kind == WAY_KIND_NONE)
    {
      WayKind any = g_rand_int_range (random, 1, WAY_N_KINDS);

      if ((field->targets >> any & 1) != 0)
        kind = any;
    }
  if (field->target != WAY_KIND_NONE && way_kind_get_info (kind)->within == way_record_get_info (record)->within)
    within = way_record_get_within (record);
  else if (way_record_get_kind (record) == WAY_KIND_STOP)
    {
      way_records_read (WAY_RECORDS (workspace), WAY_KIND_SCENARIO, way_record_get_within (record), &holder, NULL);
      within = way_record_get_within (holder);
    }
  return dup_random_id (workspace, random, kind, within);
}

static void
set_random_number (WayRecord      *record,
                   GRand          *random,
                   guint           place,
                   const WayField *field)
{
  double low = field->low < field->high ? field->low : -1e9, high = field->low < field->high ? field->high : 1e9;
  double number = g_rand_double_range (random, low, high);

  if (field->type != WAY_FIELD_NUMBER)
    number = (gint64) number;
  way_record_set_number (record, place, number);
}

static void
set_random_texts (WayRecord      *record,
                  GRand          *random,
                  guint           place,
                  const WayField *field)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint n = 2 * g_rand_int_range (random, 1, 4); n > 0; n--)
    g_strv_builder_take (builder, g_rand_boolean (random) ? store_random_text (random) : g_strdup (""));
  texts = g_strv_builder_end (builder);
  way_record_set_texts (record, place, (const char *const *) texts);
}

/* Returns FALSE when the field has to lead somewhere and there is nowhere to go. */
static gboolean
set_random_field (WayWorkspace   *workspace,
                  GRand          *random,
                  WayRecord      *record,
                  guint           place)
{
  const WayField *field = &way_record_get_info (record)->fields[place];
  g_autofree char *text = NULL;

  switch (field->type)
    {
    case WAY_FIELD_TEXT:
      text = store_random_text (random);
      break;
    case WAY_FIELD_CHOICE:
      text = g_strdup (field->choices[g_rand_int_range (random, 0, g_strv_length ((GStrv) field->choices))]);
      break;
    case WAY_FIELD_REFERENCE:
      text = dup_random_target (workspace, random, record, field);
      if (text == NULL)
        return (field->flags & WAY_FIELD_REQUIRED) == 0;
      break;
    case WAY_FIELD_LABEL:
      if (g_rand_boolean (random))
        text = store_random_text (random);
      else
        set_random_number (record, random, place, field);
      break;
    case WAY_FIELD_DONE:
      if (g_rand_boolean (random))
        {
          way_record_set_truth (record, place, g_rand_boolean (random));
          return TRUE;
        }
      G_GNUC_FALLTHROUGH;
    case WAY_FIELD_DATE:
      text = g_strdup_printf ("20%02d-0%d-1%d", g_rand_int_range (random, 0, 99), g_rand_int_range (random, 1, 9),
                              g_rand_int_range (random, 0, 9));
      break;
    case WAY_FIELD_TEXTS:
    case WAY_FIELD_NAMED_TEXTS:
      set_random_texts (record, random, place, field);
      return TRUE;
    case WAY_FIELD_NUMBER:
    case WAY_FIELD_WHOLE:
    default:
      set_random_number (record, random, place, field);
      return TRUE;
    }
  if (text != NULL)
    way_record_set_text (record, place, text);
  return TRUE;
}

/* A quote within its story, and evidence of one thing. */
static gboolean
make_sense (WayWorkspace *workspace,
            WayRecord    *record)
{
  if (way_record_get_kind (record) == WAY_KIND_QUOTE)
    {
      g_autoptr (WayRecord) story = NULL;
      const char *text;

      way_records_read (WAY_RECORDS (workspace), WAY_KIND_STORY, way_record_get_within (record), &story, NULL);
      text = way_record_get_text (story, WAY_STORY_TEXT);
      way_record_set_number (record, WAY_QUOTE_START, 0);
      way_record_set_number (record, WAY_QUOTE_END, text != NULL ? g_utf8_strlen (text, -1) : 0);
      return text != NULL;
    }
  if (way_record_get_kind (record) == WAY_KIND_EVIDENCE && way_record_has (record, WAY_EVIDENCE_STORY))
    way_record_clear (record, WAY_EVIDENCE_QUOTE);
  return way_record_check (record, NULL);
}

/* A new record of a kind that fits into the workspace; %NULL when nothing is there yet that it needs. */
WayRecord *
store_random_record (WayWorkspace *workspace,
                     GRand        *random,
                     WayKind       kind)
{
  const WayKindInfo *info = way_kind_get_info (kind);
  g_autofree char *within = NULL;
  g_autoptr (WayRecord) record = NULL;

  if (info->within != WAY_KIND_NONE && (within = dup_random_id (workspace, random, info->within, NULL)) == NULL)
    return NULL;
  record = way_record_new (kind, NULL, within);
  for (guint i = 0; i < info->n_fields; i++)
    if (((info->fields[i].flags & WAY_FIELD_REQUIRED) != 0 || g_rand_int_range (random, 0, 4) > 0) &&
        !set_random_field (workspace, random, record, i))
      return NULL;
  if (kind == WAY_KIND_STORY)
    way_record_clear (record, WAY_STORY_WITHDRAWN);
  return make_sense (workspace, record) ? g_steal_pointer (&record) : NULL;
}

/* Changes a record here and there, in a way that it can still be stored. */
static void
add_change (WayWorkspace *workspace,
            GRand        *random,
            WayEdit      *edit,
            WayKind       kind)
{
  g_autoptr (GPtrArray) records = way_records_list (WAY_RECORDS (workspace), kind, NULL, NULL);
  g_autoptr (WayRecord) record = NULL;
  guint place = g_rand_int_range (random, 0, way_kind_get_info (kind)->n_fields);

  /* What quotes and evidence reach into stays as it is. */
  if (records->len == 0 || kind == WAY_KIND_STORY || kind == WAY_KIND_QUOTE || kind == WAY_KIND_EVIDENCE)
    return;
  record = way_record_copy (records->pdata[g_rand_int_range (random, 0, records->len)]);
  if (g_rand_int_range (random, 0, 3) == 0)
    way_record_set_position (record, g_rand_boolean (random) ? HUGE_VAL : g_rand_double_range (random, -5, 5));
  else
    set_random_field (workspace, random, record, place);
  way_edit_put (edit, record);
}

static WayEdit *
make_random_edit (WayWorkspace *workspace,
                  GRand        *random,
                  guint         most,
                  gboolean      maps)
{
  g_autofree char *label = store_random_text (random);
  WayEdit *edit = way_edit_new (label);

  for (guint n = g_rand_int_range (random, 1, most + 1); n > 0; n--)
    {
      WayKind kind = g_rand_int_range (random, 1, WAY_N_KINDS);
      int what = g_rand_int_range (random, 0, 10);

      if (kind == WAY_KIND_MAP && !maps && what != 7)
        continue;
      if (what < 7)
        {
          g_autoptr (WayRecord) record = store_random_record (workspace, random, kind);

          if (record != NULL)
            way_edit_put (edit, record);
        }
      else if (what < 9)
        add_change (workspace, random, edit, kind);
      else if (way_edit_get_length (edit) == 0)
        {
          g_autofree char *id = dup_random_id (workspace, random, kind, NULL);

          if (id != NULL)
            way_edit_drop (edit, kind, id);
          /* What comes after could refer to what has gone. */
          return edit;
        }
    }
  return edit;
}

/* An edit of up to @most changes: records come, change and go, of every kind. */
WayEdit *
store_random_edit (WayWorkspace *workspace,
                   GRand        *random,
                   guint         most)
{
  return make_random_edit (workspace, random, most, TRUE);
}

/* The same, but no map comes or goes. */
WayEdit *
store_random_edit_of_maps (WayWorkspace *workspace,
                           GRand        *random,
                           guint         most)
{
  return make_random_edit (workspace, random, most, FALSE);
}

/* A workspace with a journey and a pathway of that name, and nothing in them. */
WayWorkspace *
store_create_maps (StoreFixture *self)
{
  static const char *const kinds[] = { "journey", "pathway" };
  g_autoptr (GError) error = NULL;
  WayWorkspace *workspace = way_workspace_create (self->file, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      WayRecord *map = way_record_new (WAY_KIND_MAP, kinds[i], NULL);

      way_record_set_text (map, WAY_MAP_KIND, kinds[i]);
      store_put (workspace, "Add map", map);
    }
  return workspace;
}

/* Changes what is on maps, which stay. */
void
store_edit_at_random (WayWorkspace *workspace,
                      GRand        *random)
{
  g_autoptr (WayEdit) edit = store_random_edit_of_maps (workspace, random, 3);
  g_autoptr (GError) error = NULL;

  way_workspace_apply (workspace, edit, &error);
  g_assert_no_error (error);
}

/* Edits a card of the journey as people do most: other words on it, which may be none, one more or less, or one in another cell or place. */
void
store_edit_card_at_random (WayWorkspace *workspace,
                           GRand        *random,
                           const char   *words)
{
  g_autoptr (GPtrArray) cards = way_records_list (WAY_RECORDS (workspace), WAY_KIND_CARD, "journey", NULL);
  WayRecord *one = g_ptr_array_index (cards, g_rand_int_range (random, 0, cards->len));
  WayRecord *other = g_ptr_array_index (cards, g_rand_int_range (random, 0, cards->len));
  enum { DROP, ADD, MOVE, SAY, N_WAYS } what = g_rand_int_range (random, 0, N_WAYS);
  g_autofree char *id = g_strdup_printf ("typed-%08x", g_rand_int (random));
  WayRecord *card;

  if (what == DROP && cards->len > 10)
    {
      store_drop (workspace, WAY_KIND_CARD, way_record_get_id (one));
      return;
    }
  card = what == ADD ? way_record_new (WAY_KIND_CARD, id, "journey") : way_record_copy (one);
  if (what != SAY)
    {
      way_record_set_text (card, WAY_CARD_LANE, way_record_get_text (other, WAY_CARD_LANE));
      way_record_set_text (card, WAY_CARD_STAGE, way_record_get_text (other, WAY_CARD_STAGE));
      way_record_set_position (card, way_record_get_position (other) + 0.5);
    }
  if (what != MOVE)
    way_record_set_text (card, WAY_CARD_TEXT, words);
  store_put (workspace, "Edit card", card);
}

/* Undoes or redoes as many edits. */
void
store_step (WayWorkspace *workspace,
            gboolean      undo,
            guint         n)
{
  g_autoptr (GError) error = NULL;

  while (n-- > 0)
    {
      g_assert_true (undo ? way_workspace_undo (workspace, &error) : way_workspace_redo (workspace, &error));
      g_assert_no_error (error);
    }
}

/* Whether a file, or any file below a folder, holds some bytes. */
gboolean
store_holds_bytes (const char *path,
                   const char *bytes)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autofree char *content = NULL;
  const char *name;
  gsize length;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (store_holds_bytes (child, bytes))
        return TRUE;
    }
  return dir == NULL && g_file_get_contents (path, &content, &length, NULL) &&
         memmem (content, length, bytes, strlen (bytes)) != NULL;
}
