/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pathway maps are laid out so that nothing is cut off or covered, in both directions; readings and audiences hide what they must; and
 * an updated scene says what a new one would. */
#include "scene/way-scene.h"

#include "way-memory-records.h"

#include <string.h>

static const char *const texts[] = {
  "First conversation",
  "Rechtsschutzversicherungsgesellschaftenangestelltenunterlagen",
  "تملأ نموذج GMS1 على طاولة في المكتبة",
  "👩🏽‍⚕️ says: “ring at 8”\nand again",
  "",
  " ",
  "ขอความช่วยเหลือจากโรงพยาบาล",
  "Nobody holds the case between referral and first visit, and nobody says so until the letter comes, which is three weeks later",
};

static const char *const lane_kinds[] = { "person", "frontstage", "backstage", "support", "commissioning" };
static const char *const step_kinds[] = { "start", "step", "decision", "end", "gap", "step", "step" };
static const char *const link_kinds[] = { "flow", "information", "enables", "flow", "flow" };
static const char *const outcomes[] = { "met", "partly", "not-met", "gap" };
static const char *const scenarios[] = { "a", "b", NULL };

typedef struct
{
  WayMemoryRecords *records;
  WayLens *lens;
  GRand *rand;
  WayFonts *fonts;
  guint n_lanes, n_steps;
} Fixture;

static void
fixture_set_up (Fixture *fixture,
                guint    seed)
{
  fixture->records = way_memory_records_new ();
  fixture->lens = way_lens_new (WAY_RECORDS (fixture->records), WAY_AUDIENCE_WORKSHOP, "2026-05-14");
  fixture->rand = g_rand_new_with_seed (seed);
}

static void
fixture_tear_down (Fixture *fixture)
{
  g_clear_object (&fixture->lens);
  g_clear_object (&fixture->records);
  g_rand_free (fixture->rand);
}

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

#define ANY(fixture, list) (list)[g_rand_int_range ((fixture)->rand, 0, G_N_ELEMENTS (list))]

static void
put_step (Fixture *fixture,
          WayEdit *edit,
          guint    number)
{
  g_autofree char *id = g_strdup_printf ("s%u", number);
  g_autofree char *lane = g_strdup_printf ("l%u", g_rand_int_range (fixture->rand, 0, fixture->n_lanes));
  WayRecord *step = make (WAY_KIND_STEP, id, "m", number);

  way_record_set_text (step, WAY_STEP_LANE, lane);
  way_record_set_text (step, WAY_STEP_KIND, ANY (fixture, step_kinds));
  way_record_set_text (step, WAY_STEP_TITLE, ANY (fixture, texts));
  if (number % 3 == 0)
    way_record_set_text (step, WAY_STEP_ORGANISATION, number % 2 == 0 ? "o0" : "o1");
  if (number % 11 == 10)
    way_record_set_number (step, WAY_STEP_COLUMN, number % 5);
  put (edit, step);
}

static void
put_link (Fixture *fixture,
          WayEdit *edit,
          guint    number)
{
  g_autofree char *id = g_strdup_printf ("k%u", number);
  g_autofree char *from = g_strdup_printf ("s%u", g_rand_int_range (fixture->rand, 0, fixture->n_steps));
  g_autofree char *to = g_strdup_printf ("s%u", g_rand_int_range (fixture->rand, 0, fixture->n_steps));
  WayRecord *link = make (WAY_KIND_LINK, id, "m", number);

  way_record_set_text (link, WAY_LINK_FROM, from);
  way_record_set_text (link, WAY_LINK_TO, to);
  way_record_set_text (link, WAY_LINK_KIND, ANY (fixture, link_kinds));
  if (number % 3 == 0)
    way_record_set_number (link, WAY_LINK_WAIT_DAYS, g_rand_int_range (fixture->rand, 0, 60));
  if (number % 4 == 0)
    way_record_set_text (link, WAY_LINK_LABEL, ANY (fixture, texts));
  put (edit, link);
}

static void
put_scenario (Fixture    *fixture,
              WayEdit    *edit,
              const char *id,
              guint       n_stops)
{
  WayRecord *scenario = make (WAY_KIND_SCENARIO, id, "m", *id);

  way_record_set_text (scenario, WAY_SCENARIO_TITLE, ANY (fixture, texts));
  way_record_set_text (scenario, WAY_SCENARIO_ROUTE, *id == 'a' ? "lived" : "planned");
  way_record_set_text (scenario, WAY_SCENARIO_PERSONA, "p");
  put (edit, scenario);
  for (guint i = 0; i < n_stops; i++)
    {
      g_autofree char *stop_id = g_strdup_printf ("%s-%u", id, i);
      g_autofree char *step = g_strdup_printf ("s%u", g_rand_int_range (fixture->rand, 0, fixture->n_steps));
      WayRecord *stop = make (WAY_KIND_STOP, stop_id, id, i);

      way_record_set_text (stop, WAY_STOP_STEP, step);
      way_record_set_text (stop, WAY_STOP_OUTCOME, ANY (fixture, outcomes));
      way_record_set_text (stop, WAY_STOP_NOTE, ANY (fixture, texts));
      put (edit, stop);
    }
}

static void
put_flag (WayEdit    *edit,
          const char *id,
          const char *on)
{
  WayRecord *flag = make (WAY_KIND_FLAG, id, "m", 0);

  way_record_set_text (flag, WAY_FLAG_ON, on);
  way_record_set_text (flag, WAY_FLAG_KIND, "concern");
  way_record_set_text (flag, WAY_FLAG_TEXT, "Who answers at night?");
  put (edit, flag);
}

/* A story that may be seen by @audience, with one quote that is tied to @on. */
static void
put_quote (WayEdit    *edit,
           const char *audience,
           const char *on)
{
  g_autofree char *story_id = g_strdup_printf ("st-%s-%s", audience, on), *quote_id = g_strdup_printf ("q-%s-%s", audience, on);
  g_autofree char *evidence_id = g_strdup_printf ("e-%s-%s", audience, on);
  g_autofree char *text = g_strdup_printf ("SAID-%s-%s on a bench by the water", audience, on);
  WayRecord *story = make (WAY_KIND_STORY, story_id, NULL, 0), *quote = make (WAY_KIND_QUOTE, quote_id, story_id, 0);
  WayRecord *evidence = make (WAY_KIND_EVIDENCE, evidence_id, NULL, 0);

  way_record_set_text (story, WAY_STORY_TEXT, text);
  way_record_set_text (story, WAY_STORY_AUDIENCE, audience);
  put (edit, story);
  way_record_set_number (quote, WAY_QUOTE_START, 0);
  way_record_set_number (quote, WAY_QUOTE_END, g_utf8_strlen (text, -1));
  put (edit, quote);
  way_record_set_text (evidence, WAY_EVIDENCE_QUOTE, quote_id);
  way_record_set_text (evidence, WAY_EVIDENCE_ON, on);
  put (edit, evidence);
}

static void
put_frame (WayEdit  *edit,
           gboolean  right_to_left)
{
  WayRecord *map = make (WAY_KIND_MAP, "m", NULL, 0), *persona = make (WAY_KIND_PERSONA, "p", NULL, 0);

  way_record_set_text (map, WAY_MAP_KIND, "pathway");
  way_record_set_text (map, WAY_MAP_TITLE, right_to_left ? "العودة إلى البيت" : "Easy in, easy out");
  way_record_set_text (map, WAY_MAP_STATUS, "proposed");
  put (edit, map);
  way_record_set_text (persona, WAY_PERSONA_NAME, "Ray, 47");
  put (edit, persona);
  for (guint i = 0; i < 2; i++)
    {
      WayRecord *organisation = make (WAY_KIND_ORGANISATION, i == 0 ? "o0" : "o1", NULL, i);

      way_record_set_text (organisation, WAY_ORGANISATION_NAME, i == 0 ? "Peer network" : texts[1]);
      put (edit, organisation);
    }
}

static void
apply (Fixture *fixture,
       WayEdit *edit)
{
  g_autoptr (GError) error = NULL;

  way_memory_records_apply (fixture->records, edit, &error);
  g_assert_no_error (error);
}

static void
fixture_fill (Fixture *fixture,
              guint    n_lanes,
              guint    n_steps,
              guint    n_links,
              gboolean right_to_left)
{
  g_autoptr (WayEdit) edit = way_edit_new ("Fill");

  fixture->n_lanes = n_lanes;
  fixture->n_steps = n_steps;
  put_frame (edit, right_to_left);
  for (guint i = 0; i < n_lanes; i++)
    {
      g_autofree char *id = g_strdup_printf ("l%u", i);
      WayRecord *lane = make (WAY_KIND_LANE, id, "m", i);

      way_record_set_text (lane, WAY_LANE_KIND, ANY (fixture, lane_kinds));
      if (i % 3 > 0)
        way_record_set_text (lane, WAY_LANE_TITLE, ANY (fixture, texts));
      put (edit, lane);
    }
  for (guint i = 0; i < n_steps; i++)
    put_step (fixture, edit, i);
  for (guint i = 0; n_steps > 0 && i < n_links; i++)
    put_link (fixture, edit, i);
  if (n_steps > 0)
    {
      put_scenario (fixture, edit, "a", 12);
      put_scenario (fixture, edit, "b", 5);
      put_flag (edit, "f1", "s0");
      put_flag (edit, "f2", "s0");
      put_flag (edit, "f3", "l0");
      put_quote (edit, "public", "s0");
      put_quote (edit, "team", "s0");
    }
  if (n_steps > 0 && n_links > 0)
    {
      put_flag (edit, "f4", "k0");
      put_quote (edit, "workshop", "k0");
    }
  apply (fixture, edit);
}

static WayScene *
fixture_make_scene (Fixture    *fixture,
                    WayReading  reading)
{
  const WaySceneOptions options = { .scenarios = scenarios, .reading = reading };
  g_autoptr (GError) error = NULL;
  WayScene *scene = way_scene_new (fixture->lens, "m", &options, fixture->fonts, &error);

  g_assert_no_error (error);
  return scene;
}

static WayRect
get_ink (const WayMark *mark)
{
  PangoRectangle ink;

  pango_layout_get_extents (mark->text.block->layout, NULL, &ink);
  return (WayRect) { mark->text.at.x + (double) ink.x / PANGO_SCALE, mark->text.at.y, (double) ink.width / PANGO_SCALE,
                     mark->text.block->height };
}

static void
check_inside (const WayRect *inner,
              const WayRect *outer)
{
  g_assert_cmpfloat (inner->x, >=, outer->x - 0.1);
  g_assert_cmpfloat (inner->y, >=, outer->y - 0.1);
  g_assert_cmpfloat (inner->x + inner->width, <=, outer->x + outer->width + 0.1);
  g_assert_cmpfloat (inner->y + inner->height, <=, outer->y + outer->height + 0.1);
}

/* Text of what has an outline stays in the outline; everything stays on the map. */
static void
check_texts (WayScene *scene)
{
  WayRect map = { 0 };

  way_scene_get_size (scene, &map.width, &map.height);
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);
      const WayMark *marks = way_scene_get_marks (scene, item);

      check_inside (&item->bounds, &map);
      for (guint k = 0; k < item->n_marks; k++)
        if (marks[k].type == WAY_MARK_TEXT)
          {
            WayRect ink = get_ink (&marks[k]), outline = item->bounds;

            if (item->role == WAY_ROLE_STEP || item->role == WAY_ROLE_WAIT)
              g_assert_cmpint (marks[0].type, !=, WAY_MARK_TEXT);
            if (item->role == WAY_ROLE_WAIT)
              outline = marks[0].box.rect;
            check_inside (&ink, &outline);
          }
    }
}

/* What has to be read and must not be covered. */
static gboolean
must_be_free (const WayItem *item)
{
  return item->role == WAY_ROLE_STEP || item->role == WAY_ROLE_WAIT || item->role == WAY_ROLE_LINE || item->role == WAY_ROLE_KEY ||
         item->role == WAY_ROLE_SCENARIO || item->role == WAY_ROLE_LANE || item->role == WAY_ROLE_FOOT || item->role == WAY_ROLE_STOP;
}

static void
check_apart (WayScene *scene)
{
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    for (guint k = i + 1; k < way_scene_get_n_items (scene) && must_be_free (way_scene_get_item (scene, i)); k++)
      {
        const WayItem *one = way_scene_get_item (scene, i), *other = way_scene_get_item (scene, k);

        /* A stop stands on the edge of its own step, which leaves room for it. */
        if (!must_be_free (other) || other->owner == (int) i)
          continue;
        if (way_rect_intersects (&one->bounds, &other->bounds))
          g_error ("%s %s covers %s %s", way_role_get_name (other->role), other->id, way_role_get_name (one->role), one->id);
      }
}

/* The pill of a stop covers no text of its step. */
static void
check_stops (WayScene *scene)
{
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *stop = way_scene_get_item (scene, i), *step;
      const WayMark *marks;

      if (stop->role != WAY_ROLE_STOP)
        continue;
      g_assert_cmpint (stop->owner, >=, 0);
      step = way_scene_get_item (scene, stop->owner);
      g_assert_cmpint (step->role, ==, WAY_ROLE_STEP);
      marks = way_scene_get_marks (scene, step);
      for (guint k = 0; k < step->n_marks; k++)
        if (marks[k].type == WAY_MARK_TEXT && marks[k].text.block->width > 0)
          {
            WayRect ink = get_ink (&marks[k]);

            g_assert_false (way_rect_intersects (&ink, &stop->bounds));
          }
    }
}

static void
check_groups (WayScene *scene)
{
  for (guint i = 1; i < way_scene_get_n_groups (scene); i++)
    {
      const WayGroup *group = way_scene_get_group (scene, i), *parent = way_scene_get_group (scene, group->parent);

      g_assert_cmpuint (group->first_item, >=, parent->first_item);
      g_assert_cmpuint (group->first_item + group->n_items, <=, parent->first_item + parent->n_items);
      if (group->role == WAY_GROUP_STEP)
        {
          g_assert_cmpint (parent->role, ==, WAY_GROUP_LANE);
          g_assert_cmpint (way_scene_get_item (scene, group->first_item)->role, ==, group->id != NULL ? WAY_ROLE_STEP : WAY_ROLE_CHANGE);
        }
    }
}

static void
test_nothing_is_cut_off (void)
{
  for (guint round = 0; round < 24; round++)
    {
      g_autoptr (WayScene) scene = NULL;
      Fixture fixture = { .fonts = way_fonts_new (NULL) };
      guint n_steps;

      fixture_set_up (&fixture, round);
      n_steps = round == 0 ? 0 : g_rand_int_range (fixture.rand, 1, 40);
      fixture_fill (&fixture, g_rand_int_range (fixture.rand, 1, 8), n_steps, g_rand_int_range (fixture.rand, 0, n_steps + 12),
                    round % 2 == 1);
      scene = fixture_make_scene (&fixture, WAY_READING_COMMISSIONER);
      g_assert_cmpstr (way_scene_get_kind (scene), ==, "pathway");
      check_texts (scene);
      check_apart (scene);
      check_stops (scene);
      check_groups (scene);
      fixture_tear_down (&fixture);
      way_fonts_unref (fixture.fonts);
    }
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* What is said, in an order that does not hang on where it stands: an edit leaves things where they were. */
static char *
dump (WayScene *scene)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);
      g_autofree char *words = way_scene_dup_item_text (scene, item);

      g_ptr_array_add (lines, g_strdup_printf ("%s %s %s %.2f | %s", way_role_get_name (item->role), item->id != NULL ? item->id : "-",
                                               words, item->role == WAY_ROLE_STEP ? item->bounds.height : 0,
                                               item->label != NULL ? item->label : ""));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
changed_cb (WayRecords *records,
            WayChanges *changes,
            WayScene   *scene)
{
  g_autoptr (GError) error = NULL;

  way_scene_update (scene, changes, NULL, &error);
  g_assert_no_error (error);
}

static void
edit_something (Fixture *fixture,
                guint    round)
{
  g_autoptr (WayEdit) edit = way_edit_new ("Edit");
  WayRecord *organisation;

  switch (round % 6)
    {
    case 0:
      put_step (fixture, edit, g_rand_int_range (fixture->rand, 0, fixture->n_steps));
      break;
    case 1:
      put_link (fixture, edit, g_rand_int_range (fixture->rand, 0, 20));
      break;
    case 2:
      put_step (fixture, edit, fixture->n_steps);
      fixture->n_steps++;
      break;
    case 3:
      put_scenario (fixture, edit, "a", g_rand_int_range (fixture->rand, 1, 9));
      break;
    case 4:
      organisation = make (WAY_KIND_ORGANISATION, "o0", NULL, 0);
      way_record_set_text (organisation, WAY_ORGANISATION_NAME, ANY (fixture, texts));
      put (edit, organisation);
      break;
    default:
      put_flag (edit, "f1", round % 12 == 5 ? "k1" : "s1");
      break;
    }
  apply (fixture, edit);
}

static void
test_update (void)
{
  for (guint reading = 0; reading < 3; reading++)
    {
      Fixture fixture = { .fonts = way_fonts_new (NULL) };
      g_autoptr (WayScene) scene = NULL;
      gulong handler;

      fixture_set_up (&fixture, 7);
      fixture_fill (&fixture, 6, 20, 24, FALSE);
      scene = fixture_make_scene (&fixture, reading);
      handler = g_signal_connect (fixture.records, "changed", G_CALLBACK (changed_cb), scene);
      for (guint round = 0; round < 18; round++)
        {
          g_autoptr (WayScene) fresh = NULL;
          g_autofree char *kept = NULL, *made = NULL;

          edit_something (&fixture, round);
          fresh = fixture_make_scene (&fixture, reading);
          kept = dump (scene);
          made = dump (fresh);
          g_assert_cmpstr (kept, ==, made);
          check_apart (scene);
        }
      g_signal_handler_disconnect (fixture.records, handler);
      fixture_tear_down (&fixture);
      way_fonts_unref (fixture.fonts);
    }
}

static WayRecord *
make_next (void)
{
  WayRecord *next = make (WAY_KIND_STEP, "s-next", "m", 100);

  way_record_set_text (next, WAY_STEP_LANE, "l-person");
  way_record_set_text (next, WAY_STEP_TITLE, "التالي");
  return next;
}

static WayRecord *
make_link_to_next (void)
{
  WayRecord *link = make (WAY_KIND_LINK, "k-next", "m", 100);

  way_record_set_text (link, WAY_LINK_FROM, "s-person");
  way_record_set_text (link, WAY_LINK_TO, "s-next");
  return link;
}

/* A map with a lane of each kind, a step in each, and a chain of links through them. */
static void
fill_plain (Fixture  *fixture,
            gboolean  right_to_left)
{
  g_autoptr (WayEdit) edit = way_edit_new ("Fill");

  put_frame (edit, right_to_left);
  for (guint i = 0; i < G_N_ELEMENTS (lane_kinds); i++)
    {
      g_autofree char *lane_id = g_strdup_printf ("l-%s", lane_kinds[i]), *id = g_strdup_printf ("s-%s", lane_kinds[i]);
      g_autofree char *title = g_strdup_printf ("%sSTEP-%s", right_to_left ? "خطوة " : "", lane_kinds[i]);
      g_autofree char *link_id = g_strdup_printf ("k-%s", lane_kinds[i]);
      g_autofree char *said = g_strdup_printf ("e-public-s-%s", lane_kinds[i]), *of_quote = g_strdup_printf ("of-quote-%s", lane_kinds[i]);
      WayRecord *lane = make (WAY_KIND_LANE, lane_id, "m", G_N_ELEMENTS (lane_kinds) - i), *step = make (WAY_KIND_STEP, id, "m", i);

      way_record_set_text (lane, WAY_LANE_KIND, lane_kinds[i]);
      put (edit, lane);
      way_record_set_text (step, WAY_STEP_LANE, lane_id);
      way_record_set_text (step, WAY_STEP_TITLE, title);
      if (i == 0)
        way_record_set_text (step, WAY_STEP_KIND, "start");
      put (edit, step);
      put_quote (edit, "public", id);
      put_quote (edit, "team", id);
      put_flag (edit, lane_kinds[i], id);
      put_flag (edit, of_quote, said);
      if (i > 0)
        {
          g_autofree char *from = g_strdup_printf ("s-%s", lane_kinds[i - 1]);
          WayRecord *link = make (WAY_KIND_LINK, link_id, "m", i);

          way_record_set_text (link, WAY_LINK_FROM, from);
          way_record_set_text (link, WAY_LINK_TO, id);
          way_record_set_number (link, WAY_LINK_WAIT_DAYS, 21);
          put (edit, link);
        }
    }
  put (edit, make_next ());
  put (edit, make_link_to_next ());
  apply (fixture, edit);
}

/* Everything that is said on the map, aloud or in print. */
static char *
dup_all_words (WayScene *scene)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);
      g_autofree char *words = way_scene_dup_item_text (scene, item);

      g_string_append_printf (all, "%s\n%s\n", words, item->label != NULL ? item->label : "");
    }
  for (guint i = 0; i < way_scene_get_n_groups (scene); i++)
    if (way_scene_get_group (scene, i)->label != NULL)
      g_string_append_printf (all, "%s\n", way_scene_get_group (scene, i)->label);
  return g_string_free_and_steal (all);
}

static void
test_readings (void)
{
  const guint shown[] = { [WAY_READING_COMMISSIONER] = 5, [WAY_READING_PROVIDER] = 4, [WAY_READING_PERSON] = 2 };
  const char *said[] = { "For commissioners", "For providers", "For the person" };

  for (guint reading = 0; reading < G_N_ELEMENTS (shown); reading++)
    {
      Fixture fixture = { .fonts = way_fonts_new (NULL) };
      g_autoptr (WayScene) scene = NULL;
      g_autofree char *words = NULL;
      const char *kind_of[] = { "line of interaction", "line of visibility", "line of internal interaction" };

      fixture_set_up (&fixture, 1);
      fill_plain (&fixture, FALSE);
      scene = fixture_make_scene (&fixture, reading);
      words = dup_all_words (scene);
      g_assert_nonnull (strstr (words, said[reading]));
      for (guint i = 0; i < G_N_ELEMENTS (lane_kinds); i++)
        {
          g_autofree char *title = g_strdup_printf ("STEP-%s", lane_kinds[i]), *quote = g_strdup_printf ("SAID-public-s-%s", lane_kinds[i]);
          g_autofree char *hidden = g_strdup_printf ("SAID-team-s-%s", lane_kinds[i]), *of_quote = g_strdup_printf ("of-quote-%s", lane_kinds[i]);

          g_assert_cmpint (strstr (words, title) != NULL, ==, i < shown[reading]);
          g_assert_cmpint (strstr (words, quote) != NULL, ==, i < shown[reading]);
          g_assert_null (strstr (words, hidden));
          g_assert_cmpint (way_scene_find (scene, lane_kinds[i]) >= 0, ==, i < shown[reading]);
          g_assert_cmpint (way_scene_find (scene, of_quote) >= 0, ==, i < shown[reading]);
        }
      for (guint i = 0; i < G_N_ELEMENTS (kind_of); i++)
        g_assert_cmpint (strstr (words, kind_of[i]) != NULL, ==, i + 1 < shown[reading]);
      g_assert_nonnull (strstr (words, "5 quotes not shown to this audience"));
      fixture_tear_down (&fixture);
      way_fonts_unref (fixture.fonts);
    }
}

static const WayItem *
find (WayScene   *scene,
      const char *id)
{
  int item = way_scene_find (scene, id);

  g_assert_cmpint (item, >=, 0);
  return way_scene_get_item (scene, item);
}

/* Lanes stand in the order of their kinds whatever their own, and a map of Arabic runs from right to left as a whole. */
static void
test_directions (void)
{
  for (guint mirrored = 0; mirrored < 2; mirrored++)
    {
      Fixture fixture = { .fonts = way_fonts_new (NULL) };
      g_autoptr (WayScene) scene = NULL;
      const WayItem *before = NULL;
      WayPlace place;

      fixture_set_up (&fixture, 1);
      fill_plain (&fixture, mirrored);
      scene = fixture_make_scene (&fixture, WAY_READING_COMMISSIONER);
      g_assert_cmpint (way_scene_is_right_to_left (scene), ==, mirrored);
      for (guint i = 0; i < G_N_ELEMENTS (lane_kinds); i++)
        {
          g_autofree char *id = g_strdup_printf ("s-%s", lane_kinds[i]);
          const WayItem *step = find (scene, id);

          if (before != NULL)
            g_assert_cmpfloat (step->bounds.y, >, before->bounds.y);
          g_assert_false (way_scene_get_place_at (scene, step->bounds.x + 5, step->bounds.y + 5, &place));
          before = step;
        }
      if (mirrored)
        g_assert_cmpfloat (find (scene, "s-next")->bounds.x, <, find (scene, "s-person")->bounds.x);
      else
        g_assert_cmpfloat (find (scene, "s-next")->bounds.x, >, find (scene, "s-person")->bounds.x);
      fixture_tear_down (&fixture);
      way_fonts_unref (fixture.fonts);
    }
}

/* An earlier map with a lane of each kind, in which everything is called after its lane. */
static void
put_earlier (WayEdit *edit)
{
  WayRecord *map = make (WAY_KIND_MAP, "e", NULL, 1);

  way_record_set_text (map, WAY_MAP_KIND, "pathway");
  way_record_set_text (map, WAY_MAP_VERSION, "3");
  put (edit, map);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (lane_kinds); i++)
    {
      const char *kind = lane_kinds[i / 2];
      g_autofree char *lane_id = g_strdup_printf ("e-%s", kind), *id = g_strdup_printf ("e-s%u", i), *link_id = g_strdup_printf ("e-k%u", i);
      g_autofree char *title = g_strdup_printf ("OLD-%s-%u", kind, i), *from = g_strdup_printf ("e-s%u", i > 0 ? i - 1 : 0);
      WayRecord *lane = make (WAY_KIND_LANE, lane_id, "e", i), *step = make (WAY_KIND_STEP, id, "e", i);
      WayRecord *link = make (WAY_KIND_LINK, link_id, "e", i);

      way_record_set_text (lane, WAY_LANE_KIND, kind);
      way_record_set_text (lane, WAY_LANE_TITLE, title);
      put (edit, lane);
      way_record_set_text (step, WAY_STEP_LANE, lane_id);
      way_record_set_text (step, WAY_STEP_TITLE, title);
      put (edit, step);
      way_record_set_text (link, WAY_LINK_FROM, from);
      way_record_set_text (link, WAY_LINK_TO, id);
      way_record_set_number (link, WAY_LINK_WAIT_DAYS, 7 * i);
      put (edit, link);
    }
}

/* What is gone is shown where it was, and hidden where a reading hides that. */
static void
test_compare (void)
{
  const guint shown[] = { [WAY_READING_COMMISSIONER] = 5, [WAY_READING_PROVIDER] = 4, [WAY_READING_PERSON] = 2 };

  for (guint round = 0; round < 6; round++)
    {
      Fixture fixture = { .fonts = way_fonts_new (NULL) };
      WaySceneOptions options = { .compare_with = "e", .scenarios = scenarios, .reading = round % 3 };
      g_autoptr (WayEdit) edit = way_edit_new ("Before");
      g_autoptr (WayScene) scene = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *words = NULL;

      fixture_set_up (&fixture, round);
      if (round < 3)
        fill_plain (&fixture, FALSE);
      else
        fixture_fill (&fixture, 6, 20, 24, FALSE);
      put_earlier (edit);
      apply (&fixture, edit);
      scene = way_scene_new (fixture.lens, "m", &options, fixture.fonts, &error);
      g_assert_no_error (error);
      check_texts (scene);
      check_apart (scene);
      check_groups (scene);
      words = dup_all_words (scene);
      g_assert_nonnull (strstr (words, "What changed since version 3"));
      for (guint i = 0; i < G_N_ELEMENTS (lane_kinds); i++)
        {
          g_autofree char *gone = g_strdup_printf ("Removed: OLD-%s-", lane_kinds[i]), *any = g_strdup_printf ("OLD-%s-", lane_kinds[i]);

          if (round < 3)
            g_assert_cmpint (strstr (words, gone) != NULL, ==, i < shown[round % 3]);
          if (i >= shown[round % 3])
            g_assert_null (strstr (words, any));
        }
      /* Nothing of another map is there to be worked on. */
      for (guint i = 0; i < way_scene_get_n_items (scene); i++)
        g_assert_false (way_scene_get_item (scene, i)->id != NULL && g_str_has_prefix (way_scene_get_item (scene, i)->id, "e-s"));
      fixture_tear_down (&fixture);
      way_fonts_unref (fixture.fonts);
    }
}

/* A link is picked on its line, and not in all of the room that it goes round. */
static void
check_picks (WayScene *scene)
{
  const WayItem *link = find (scene, "k-next");
  const WayPathStep *steps = way_path_get_steps (way_scene_get_marks (scene, link)->path, &(guint) { 0 });
  WayPoint start = steps[0].points[0], next = steps[1].points[steps[1].type == WAY_PATH_CURVE ? 2 : 0];
  WayPoint middle = { (start.x + next.x) / 2, (start.y + next.y) / 2 };

  g_assert_true (way_scene_get_item (scene, way_scene_pick (scene, middle.x, middle.y)) == link);
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);

      if (item->role == WAY_ROLE_STEP)
        g_assert_cmpint (way_scene_pick (scene, item->bounds.x + item->bounds.width / 2, item->bounds.y + 3), ==, i);
    }
}

/* What lines and shapes say is said in words as well. */
static void
test_words (void)
{
  Fixture fixture = { .fonts = way_fonts_new (NULL) };
  g_autoptr (WayScene) scene = NULL;

  fixture_set_up (&fixture, 1);
  fill_plain (&fixture, FALSE);
  scene = fixture_make_scene (&fixture, WAY_READING_COMMISSIONER);
  g_assert_cmpstr (find (scene, "s-person")->label, ==, "Start: STEP-person");
  check_picks (scene);
  g_assert_cmpstr (find (scene, "k-frontstage")->label, ==, "flow to STEP-frontstage, wait 3 weeks");
  fixture_tear_down (&fixture);
  way_fonts_unref (fixture.fonts);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pathway/nothing-is-cut-off", test_nothing_is_cut_off);
  g_test_add_func ("/pathway/update", test_update);
  g_test_add_func ("/pathway/readings", test_readings);
  g_test_add_func ("/pathway/directions", test_directions);
  g_test_add_func ("/pathway/words", test_words);
  g_test_add_func ("/pathway/compare", test_compare);
  return g_test_run ();
}
