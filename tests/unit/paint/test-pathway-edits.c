/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random edits of generated pathways, some of them taken back and done again: a scene that was patched all the while is the one that is
 * laid out anew in the same places, and where it does not say that it looks different it does not. */
#include "scene/way-scene-pathway.h"
#include "scene/way-scene-private.h"

#include "way-memory-records.h"
#include "way-scene-help.h"

#include <string.h>

#define LANES 5
#define STEPS 24

static const char *const texts[] = {
  "First conversation", "Rings at 8", "",
  "Nobody holds the case between referral and first visit, and nobody says so until the letter comes, which is three weeks later",
  "تملأ نموذج GMS1 على طاولة في المكتبة", "Asks",
};
static const char *const lane_kinds[LANES] = { "person", "frontstage", "backstage", "support", "commissioning" };
static const char *const step_kinds[] = { "start", "step", "decision", "end", "gap", "step", "step" };
static const char *const link_kinds[] = { "flow", "information", "enables", "flow", "flow" };
static const char *const outcomes[] = { "met", "partly", "not-met", "gap" };
static const char *const scenarios[] = { "a", "b", NULL };

/** Way: how a map is looked at. */
typedef struct
{
  const char *name;
  WaySceneOptions options;
  gboolean mirrored;
  guint n_edits;
  guint least_patched;        /* of these, how many leave most of the map as it is painted */
} Way;

static const Way ways[] = {
  { "plain", { 0 }, FALSE, 100, 10 },
  { "scenarios", { .scenarios = scenarios }, FALSE, 60, 5 },
  { "mirrored", { .scenarios = scenarios }, TRUE, 40, 3 },
  { "provider", { .reading = WAY_READING_PROVIDER }, FALSE, 40, 3 },
  { "person", { .scenarios = scenarios, .reading = WAY_READING_PERSON }, FALSE, 40, 3 },
  { "compared", { .compare_with = "e" }, FALSE, 40, 3 },
};

typedef struct
{
  WayMemoryRecords *records;
  WayLens *lens;
  WayScene *scene;
  GRand *rand;
  cairo_surface_t *pictures[WAY_SCENE_HELP_LOOKS];
  guint n_made;               /* things that had an id of their own */
  guint n_patched;
  GPtrArray *undo, *redo;     /* of WayEdit */
} Fixture;

#define ANY(fixture, list) (list)[g_rand_int_range ((fixture)->rand, 0, G_N_ELEMENTS (list))]

static WayRecord *
make (WayKind     kind,
      const char *id,
      const char *within,
      double      position)
{
  WayRecord *record = way_record_new (kind, id, within);

  way_record_set_position (record, position);
  return record;
}

static void
put (WayEdit   *edit,
     WayRecord *record)
{
  way_edit_put (edit, record);
  g_object_unref (record);
}

/* The edit that takes another one back, which has not been made yet. */
static WayEdit *
invert (Fixture *self,
        WayEdit *edit)
{
  WayEdit *inverse = way_edit_new ("Back");

  /* What was dropped last is put back first: links hang on their steps. */
  for (guint i = way_edit_get_length (edit); i > 0; i--)
    {
      const WayEditOperation *operation = way_edit_get_operation (edit, i - 1);
      g_autoptr (WayRecord) before = NULL;

      way_records_read (WAY_RECORDS (self->records), operation->kind, operation->id, &before, NULL);
      if (before != NULL)
        way_edit_put (inverse, before);
      else
        way_edit_drop (inverse, operation->kind, operation->id);
    }
  return inverse;
}

static void
apply (Fixture *self,
       WayEdit *edit)
{
  g_autoptr (GError) error = NULL;

  way_memory_records_apply (self->records, edit, &error);
  g_assert_no_error (error);
}

/* Makes an edit that can be taken back; takes @edit. */
static void
do_edit (Fixture *self,
         WayEdit *edit)
{
  g_ptr_array_add (self->undo, invert (self, edit));
  g_ptr_array_set_size (self->redo, 0);
  apply (self, edit);
  way_edit_unref (edit);
}

/* Makes the last edit of @from, and puts the one that takes it back on @to. */
static void
go_back (Fixture   *self,
         GPtrArray *from,
         GPtrArray *to)
{
  WayEdit *edit;

  if (from->len == 0)
    return;
  edit = g_ptr_array_steal_index (from, from->len - 1);
  g_ptr_array_add (to, invert (self, edit));
  apply (self, edit);
  way_edit_unref (edit);
}

static WayRecord *
copy_any (Fixture    *self,
          WayKind     kind,
          const char *within)
{
  g_autoptr (GPtrArray) all = way_records_list (WAY_RECORDS (self->records), kind, within, NULL);

  return all->len > 0 ? way_record_copy (g_ptr_array_index (all, g_rand_int_range (self->rand, 0, all->len))) : NULL;
}

static char *
dup_any_step (Fixture *self)
{
  g_autoptr (WayRecord) step = copy_any (self, WAY_KIND_STEP, "m");

  return g_strdup (step != NULL ? way_record_get_id (step) : "nowhere");
}

static char *
dup_lane (const char *map,
          guint       number)
{
  return g_strdup_printf ("%s-l%u", map, number);
}

static WayRecord *
make_step (Fixture    *self,
           const char *map,
           const char *id,
           double      position)
{
  g_autofree char *lane = dup_lane (map, g_rand_int_range (self->rand, 0, LANES));
  WayRecord *step = make (WAY_KIND_STEP, id, map, position);

  way_record_set_text (step, WAY_STEP_LANE, lane);
  way_record_set_text (step, WAY_STEP_KIND, ANY (self, step_kinds));
  way_record_set_text (step, WAY_STEP_TITLE, ANY (self, texts));
  if (g_rand_boolean (self->rand))
    way_record_set_text (step, WAY_STEP_ORGANISATION, "o");
  return step;
}

static WayRecord *
make_link (Fixture    *self,
           const char *map,
           const char *id,
           const char *from,
           const char *to)
{
  WayRecord *link = make (WAY_KIND_LINK, id, map, g_rand_double (self->rand));

  way_record_set_text (link, WAY_LINK_FROM, from);
  way_record_set_text (link, WAY_LINK_TO, to);
  way_record_set_text (link, WAY_LINK_KIND, ANY (self, link_kinds));
  if (g_rand_int_range (self->rand, 0, 4) == 0)
    way_record_set_number (link, WAY_LINK_WAIT_DAYS, g_rand_int_range (self->rand, 1, 60));
  if (g_rand_int_range (self->rand, 0, 4) == 0)
    way_record_set_text (link, WAY_LINK_LABEL, ANY (self, texts));
  return link;
}

static void
put_map (Fixture    *self,
         WayEdit    *edit,
         const char *map,
         const char *title)
{
  WayRecord *record = make (WAY_KIND_MAP, map, NULL, 0);

  way_record_set_text (record, WAY_MAP_KIND, "pathway");
  way_record_set_text (record, WAY_MAP_TITLE, title);
  put (edit, record);
  for (guint i = 0; i < LANES; i++)
    {
      g_autofree char *id = dup_lane (map, i);
      WayRecord *lane = make (WAY_KIND_LANE, id, map, i);

      way_record_set_text (lane, WAY_LANE_KIND, lane_kinds[i]);
      put (edit, lane);
    }
  for (guint i = 0; i < STEPS; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s-s%u", map, i), *link = g_strdup_printf ("%s-k%u", map, i);
      g_autofree char *from = g_strdup_printf ("%s-s%u", map, i > 0 ? i - 1 - g_rand_int_range (self->rand, 0, MIN (i, 4)) : 0);

      put (edit, make_step (self, map, id, i));
      put (edit, make_link (self, map, link, from, id));
    }
}

static WayRecord *
make_stop (Fixture    *self,
           const char *id,
           const char *scenario,
           double      position,
           const char *step)
{
  WayRecord *stop = make (WAY_KIND_STOP, id, scenario, position);

  way_record_set_text (stop, WAY_STOP_STEP, step);
  way_record_set_text (stop, WAY_STOP_OUTCOME, ANY (self, outcomes));
  return stop;
}

static WayRecord *
make_flag (Fixture    *self,
           const char *id,
           const char *on)
{
  WayRecord *flag = make (WAY_KIND_FLAG, id, "m", g_rand_double (self->rand));

  way_record_set_text (flag, WAY_FLAG_ON, on);
  way_record_set_text (flag, WAY_FLAG_KIND, "question");
  way_record_set_text (flag, WAY_FLAG_TEXT, ANY (self, texts));
  return flag;
}

static void
fill (Fixture  *self,
      gboolean  mirrored)
{
  g_autoptr (WayEdit) edit = way_edit_new ("Fill");
  WayRecord *organisation = make (WAY_KIND_ORGANISATION, "o", NULL, 0);

  put_map (self, edit, "m", mirrored ? "العودة إلى البيت" : "Easy in, easy out");
  if (mirrored)
    for (guint i = 0; i < STEPS; i++)
      {
        /* Enough words that run from right to left, whatever the edits do. */
        g_autofree char *id = g_strdup_printf ("r%u", i), *lane = dup_lane ("m", i % LANES);
        WayRecord *step = make (WAY_KIND_STEP, id, "m", 1000 + i);

        way_record_set_text (step, WAY_STEP_LANE, lane);
        way_record_set_text (step, WAY_STEP_TITLE, "التالي");
        put (edit, step);
      }
  put_map (self, edit, "e", "As it was");
  way_record_set_text (organisation, WAY_ORGANISATION_NAME, "Peer network");
  put (edit, organisation);
  for (guint i = 0; scenarios[i] != NULL; i++)
    {
      WayRecord *scenario = make (WAY_KIND_SCENARIO, scenarios[i], "m", i);

      way_record_set_text (scenario, WAY_SCENARIO_ROUTE, i == 0 ? "lived" : "planned");
      put (edit, scenario);
      for (guint k = 0; k < 6; k++)
        {
          g_autofree char *id = g_strdup_printf ("%s%u", scenarios[i], k);
          g_autofree char *step = g_strdup_printf ("m-s%u", g_rand_int_range (self->rand, 0, STEPS));

          put (edit, make_stop (self, id, scenarios[i], k, step));
        }
    }
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *id = g_strdup_printf ("f%u", i), *on = g_strdup_printf (i % 2 == 0 ? "m-s%u" : "m-k%u", 3 * i);

      put (edit, make_flag (self, id, on));
    }
  apply (self, edit);
}

/* Drops a step with what hangs on it. */
static void
drop_step (Fixture    *self,
           WayEdit    *edit,
           const char *step)
{
  const struct
  {
    WayKind kind;
    guint field;
  } ties[] = { { WAY_KIND_LINK, WAY_LINK_FROM }, { WAY_KIND_LINK, WAY_LINK_TO }, { WAY_KIND_STOP, WAY_STOP_STEP }, { WAY_KIND_FLAG, WAY_FLAG_ON } };
  g_autoptr (GHashTable) gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ties); i++)
    {
      g_autoptr (GPtrArray) records = way_records_list (WAY_RECORDS (self->records), ties[i].kind, NULL, NULL);

      for (guint k = 0; k < records->len; k++)
        {
          WayRecord *record = g_ptr_array_index (records, k);

          if (g_strcmp0 (way_record_get_text (record, ties[i].field), step) == 0 &&
              g_hash_table_add (gone, g_strdup (way_record_get_id (record))))
            way_edit_drop (edit, ties[i].kind, way_record_get_id (record));
        }
    }
  way_edit_drop (edit, WAY_KIND_STEP, step);
}

/* Other words on a step, another kind, lane, place or column for it, and so on; takes nothing of @step. */
static void
change_step (Fixture   *self,
             WayRecord *step)
{
  g_autofree char *lane = dup_lane ("m", g_rand_int_range (self->rand, 0, LANES));

  switch (g_rand_int_range (self->rand, 0, 9))
    {
    case 0:
      way_record_set_text (step, WAY_STEP_LANE, lane);
      break;
    case 1:
      way_record_set_text (step, WAY_STEP_KIND, ANY (self, step_kinds));
      break;
    case 2:
      way_record_set_text (step, WAY_STEP_ORGANISATION, g_rand_boolean (self->rand) ? "o" : NULL);
      break;
    case 3:
      way_record_set_position (step, g_rand_double_range (self->rand, 0, STEPS));
      break;
    case 4:
      way_record_set_number (step, WAY_STEP_COLUMN, g_rand_int_range (self->rand, 0, 12));
      break;
    default:
      way_record_set_text (step, WAY_STEP_TITLE, ANY (self, texts));
      break;
    }
}

static void
change_link (Fixture   *self,
             WayRecord *link)
{
  g_autofree char *step = dup_any_step (self);

  switch (g_rand_int_range (self->rand, 0, 5))
    {
    case 0:
      way_record_set_text (link, WAY_LINK_TO, step);
      break;
    case 1:
      way_record_set_text (link, WAY_LINK_KIND, ANY (self, link_kinds));
      break;
    case 2:
      way_record_set_number (link, WAY_LINK_WAIT_DAYS, g_rand_int_range (self->rand, 1, 60));
      break;
    case 3:
      way_record_set_position (link, g_rand_double (self->rand));
      break;
    default:
      way_record_set_text (link, WAY_LINK_LABEL, ANY (self, texts));
      break;
    }
}

/* Edits of what is tied to steps, and of the map itself. */
static void
change_others (Fixture *self,
               WayEdit *edit)
{
  g_autofree char *id = g_strdup_printf ("n%u", self->n_made++), *step = dup_any_step (self);
  WayRecord *record = NULL;

  switch (g_rand_int_range (self->rand, 0, 5))
    {
    case 0:
      put (edit, make_flag (self, id, step));
      break;
    case 1:
      put (edit, make_stop (self, id, g_rand_boolean (self->rand) ? "a" : "b", g_rand_double (self->rand), step));
      break;
    case 2:
      if ((record = copy_any (self, WAY_KIND_STOP, "a")) != NULL)
        way_record_set_text (record, WAY_STOP_OUTCOME, ANY (self, outcomes));
      break;
    case 3:
      if ((record = copy_any (self, WAY_KIND_FLAG, "m")) != NULL)
        way_edit_drop (edit, WAY_KIND_FLAG, way_record_get_id (record));
      g_clear_object (&record);
      break;
    default:
      record = copy_any (self, WAY_KIND_LANE, "m");
      way_record_set_text (record, WAY_LANE_TITLE, ANY (self, texts));
      break;
    }
  if (record != NULL)
    put (edit, record);
}

static void
edit_at_random (Fixture *self)
{
  WayEdit *edit = way_edit_new ("Edit");
  g_autofree char *id = g_strdup_printf ("n%u", self->n_made++), *link_id = g_strdup_printf ("n%u", self->n_made++);
  g_autofree char *one = dup_any_step (self), *other = dup_any_step (self);
  WayRecord *link;
  guint what = g_rand_int_range (self->rand, 0, 20);

  if (what < 9)
    {
      WayRecord *step = copy_any (self, WAY_KIND_STEP, "m");

      change_step (self, step);
      put (edit, step);
    }
  else if (what < 13 && (link = copy_any (self, WAY_KIND_LINK, "m")) != NULL)
    {
      change_link (self, link);
      put (edit, link);
    }
  else if (what < 15)
    {
      put (edit, make_step (self, "m", id, g_rand_double_range (self->rand, 0, STEPS)));
      put (edit, make_link (self, "m", link_id, one, id));
    }
  else if (what == 15)
    put (edit, make_link (self, "m", link_id, one, other));
  else if (what == 16)
    drop_step (self, edit, one);
  else if (what == 17 && (link = copy_any (self, WAY_KIND_LINK, "m")) != NULL)
    {
      way_edit_drop (edit, WAY_KIND_LINK, way_record_get_id (link));
      g_object_unref (link);
    }
  else
    change_others (self, edit);
  do_edit (self, edit);
}

static void
changed_cb (WayRecords *records,
            WayChanges *changes,
            Fixture    *self)
{
  g_autoptr (GError) error = NULL;
  double width, height;

  way_scene_update (self->scene, changes, NULL, &error);
  g_assert_no_error (error);
  way_scene_get_size (self->scene, &width, &height);
  self->n_patched += way_scene_help_paint_dirty (self->scene, self->pictures) < width * height / 2;
}

/* Holds the scene against one of the same records that is laid out anew, in the places that the last layout gave. */
static void
check_scene (Fixture *self)
{
  g_autofree char *patched = way_scene_help_dump (self->scene, TRUE), *anew = NULL;

  way_scene_help_check_index (self->scene);
  way_scene_help_check_found (self->scene);
  way_scene_help_check_signature (self->scene);
  self->scene->kind->lay_out (self->scene->records, self->scene);
  anew = way_scene_help_dump (self->scene, TRUE);
  g_assert_cmpstr (patched, ==, anew);
  /* So that the next edit has something to keep. */
  way_scene_help_check_signature (self->scene);
}

/* Says the same as a scene that knows nothing of what was before. */
static void
check_words (Fixture   *self,
             const Way *way,
             WayFonts  *fonts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayScene) fresh = way_scene_new (self->lens, "m", &way->options, fonts, &error);
  g_autofree char *kept = way_scene_help_dump (self->scene, FALSE), *made = way_scene_help_dump (fresh, FALSE);

  g_assert_no_error (error);
  g_assert_cmpstr (kept, ==, made);
}

/* On a scene that is made later and told the places everything is where it is on this one, and it tells the same places. */
static void
check_places (Fixture   *self,
              const Way *way,
              WayFonts  *fonts)
{
  g_autofree char *places = way_scene_dup_places (self->scene), *again = NULL;
  WaySceneOptions options = way->options;
  g_autoptr (WayScene) later = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true ((places != NULL) == (options.reading == WAY_READING_COMMISSIONER && options.compare_with == NULL));
  options.places = places;
  later = way_scene_new (self->lens, "m", &options, fonts, &error);
  g_assert_no_error (error);
  again = way_scene_dup_places (later);
  g_assert_cmpstr (again, ==, places);
  if (places == NULL)
    return;
  g_assert_cmpuint (way_scene_get_n_items (later), ==, way_scene_get_n_items (self->scene));
  for (guint i = 0; i < way_scene_get_n_items (later); i++)
    {
      const WayItem *made = way_scene_get_item (later, i), *kept = way_scene_get_item (self->scene, i);

      g_assert_cmpint (made->role, ==, kept->role);
      g_assert_cmpstr (made->id, ==, kept->id);
      if (made->role != WAY_ROLE_STEP && made->role != WAY_ROLE_LINK && made->role != WAY_ROLE_LANE)
        continue;
      g_assert_cmpfloat_with_epsilon (made->bounds.x, kept->bounds.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (made->bounds.y, kept->bounds.y, 1e-6);
      g_assert_cmpfloat_with_epsilon (made->bounds.width, kept->bounds.width, 1e-6);
      g_assert_cmpfloat_with_epsilon (made->bounds.height, kept->bounds.height, 1e-6);
    }
}

static void
fixture_set_up (Fixture   *self,
                const Way *way,
                WayFonts  *fonts)
{
  g_autoptr (GError) error = NULL;

  *self = (Fixture) { .records = way_memory_records_new (), .rand = g_rand_new_with_seed (17) };
  self->lens = way_lens_new (WAY_RECORDS (self->records), WAY_AUDIENCE_DESK, "2026-05-14");
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) way_edit_unref);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) way_edit_unref);
  fill (self, way->mirrored);
  self->scene = way_scene_new (self->lens, "m", &way->options, fonts, &error);
  g_assert_no_error (error);
  g_assert_cmpint (way_scene_is_right_to_left (self->scene), ==, way->mirrored);
  for (guint i = 0; i < WAY_SCENE_HELP_LOOKS; i++)
    self->pictures[i] = way_scene_help_paint_anew (self->scene, way_scene_help_looks[i].scale);
  g_signal_connect (self->records, "changed", G_CALLBACK (changed_cb), self);
}

static void
fixture_tear_down (Fixture *self)
{
  for (guint i = 0; i < WAY_SCENE_HELP_LOOKS; i++)
    cairo_surface_destroy (self->pictures[i]);
  g_signal_handlers_disconnect_by_data (self->records, self);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_object_unref (self->scene);
  g_object_unref (self->lens);
  g_object_unref (self->records);
  g_rand_free (self->rand);
}

static void
test_edits (gconstpointer data)
{
  const Way *way = data;
  g_autoptr (WayFonts) fonts = way_fonts_new (NULL);
  Fixture self;

  fixture_set_up (&self, way, fonts);
  for (guint round = 0; round < way->n_edits; round++)
    {
      if (round % 8 == 6)
        go_back (&self, self.undo, self.redo);
      else if (round % 8 == 7 && round % 16 == 15)
        go_back (&self, self.redo, self.undo);
      else
        edit_at_random (&self);
      /* Several patches one after the other, then a look at what they made. */
      if (round % 3 == 2)
        check_scene (&self);
      if (round % 10 == 9)
        {
          check_words (&self, way, fonts);
          check_places (&self, way, fonts);
        }
    }
  for (guint n = MIN (self.undo->len, 20); n > 0; n--)
    go_back (&self, self.undo, self.redo);
  check_scene (&self);
  g_test_message ("%u of %u patched", self.n_patched, way->n_edits);
  g_assert_cmpuint (self.n_patched, >, way->least_patched);
  fixture_tear_down (&self);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *name = g_strdup_printf ("/paint/pathway-edits/%s", ways[i].name);

      g_test_add_data_func (name, &ways[i], test_edits);
    }
  return g_test_run ();
}
