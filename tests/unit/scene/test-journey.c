/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Journey maps are laid out so that nothing is cut off or covered, in both directions, and an updated scene is what a new one would be. */
#include "scene/way-scene.h"

#include "way-memory-records.h"

static const char *const texts[] = {
  "Rings the surgery; asks for the same GP",
  "Rechtsschutzversicherungsgesellschaftenangestelltenunterlagen",
  "تملأ نموذج GMS1 على طاولة في المكتبة",
  "👩🏽‍⚕️ says: “ring at 8”\nand again",
  "",
  " ",
  "ขอความช่วยเหลือจากโรงพยาบาล",
  "Nobody holds the case between referral and first visit, and nobody says so until the letter comes, which is three weeks later",
};

static const char *const kinds[] = { "doing", "thinking", "feeling", "touchpoints", "people", "pain", "ideas", "evidence", "custom" };

typedef struct
{
  WayMemoryRecords *records;
  WayLens *lens;
  GRand *rand;
} Fixture;

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

static const char *
any_text (GRand *rand)
{
  return texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))];
}

static void
put_card (WayEdit *edit,
          GRand   *rand,
          guint    number,
          guint    n_stages,
          guint    n_lanes)
{
  g_autofree char *id = g_strdup_printf ("c%u", number);
  g_autofree char *stage = g_strdup_printf ("s%u", g_rand_int_range (rand, 0, n_stages));
  g_autofree char *lane = g_strdup_printf ("l%u", g_rand_int_range (rand, 0, n_lanes));
  WayRecord *card = make (WAY_KIND_CARD, id, "m", g_rand_int_range (rand, 0, 50));

  way_record_set_text (card, WAY_CARD_STAGE, stage);
  way_record_set_text (card, WAY_CARD_LANE, lane);
  way_record_set_text (card, WAY_CARD_TEXT, any_text (rand));
  put (edit, card);
}

static void
put_feeling (WayEdit *edit,
             GRand   *rand,
             guint    number,
             guint    n_stages)
{
  const char *words[] = { any_text (rand), "worn down", NULL };
  g_autofree char *id = g_strdup_printf ("f%u", number);
  g_autofree char *stage = g_strdup_printf ("s%u", g_rand_int_range (rand, 0, n_stages));
  WayRecord *feeling = make (WAY_KIND_FEELING, id, "m", number);

  way_record_set_text (feeling, WAY_FEELING_STAGE, stage);
  way_record_set_number (feeling, WAY_FEELING_VALUE, g_rand_int_range (rand, -10, 11) / 2.0);
  way_record_set_texts (feeling, WAY_FEELING_WORDS, words);
  if (number % 3 != 0)
    way_record_set_text (feeling, WAY_FEELING_PERSONA, number % 3 == 1 ? "p0" : "p1");
  put (edit, feeling);
}

static void
put_flag (WayEdit    *edit,
          const char *id,
          const char *on)
{
  WayRecord *flag = make (WAY_KIND_FLAG, id, "m", 0);

  way_record_set_text (flag, WAY_FLAG_ON, on);
  way_record_set_text (flag, WAY_FLAG_KIND, "concern");
  way_record_set_text (flag, WAY_FLAG_TEXT, "Who could ring on a Sunday?");
  put (edit, flag);
}

static void
fixture_fill (Fixture *fixture,
              guint    n_stages,
              guint    n_lanes,
              guint    n_cards,
              guint    n_feelings,
              gboolean right_to_left)
{
  g_autoptr (WayEdit) edit = way_edit_new ("Fill");
  g_autoptr (GError) error = NULL;
  WayRecord *map = make (WAY_KIND_MAP, "m", NULL, 0);

  way_record_set_text (map, WAY_MAP_KIND, "journey");
  way_record_set_text (map, WAY_MAP_TITLE, right_to_left ? "العودة إلى البيت" : "Coming home");
  way_record_set_text (map, WAY_MAP_PERSONA, "p0");
  for (guint i = 0; i < 2; i++)
    {
      WayRecord *persona = make (WAY_KIND_PERSONA, i == 0 ? "p0" : "p1", NULL, i);

      way_record_set_text (persona, WAY_PERSONA_NAME, i == 0 ? "Ray, 47" : "Rosa, 60");
      way_record_set_text (persona, WAY_PERSONA_ABOUT, texts[7]);
      put (edit, persona);
    }
  put (edit, map);
  for (guint i = 0; i < n_stages; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);
      WayRecord *stage = make (WAY_KIND_STAGE, id, "m", i);

      way_record_set_text (stage, WAY_STAGE_TITLE, right_to_left ? "الوصول" : any_text (fixture->rand));
      put (edit, stage);
    }
  for (guint i = 0; i < n_lanes; i++)
    {
      g_autofree char *id = g_strdup_printf ("l%u", i);
      WayRecord *lane = make (WAY_KIND_LANE, id, "m", i);

      way_record_set_text (lane, WAY_LANE_KIND, kinds[i % G_N_ELEMENTS (kinds)]);
      if (i % 2 == 0)
        way_record_set_text (lane, WAY_LANE_TITLE, any_text (fixture->rand));
      put (edit, lane);
    }
  for (guint i = 0; i < n_cards; i++)
    put_card (edit, fixture->rand, i, n_stages, n_lanes);
  for (guint i = 0; i < n_feelings; i++)
    put_feeling (edit, fixture->rand, i, n_stages);
  if (n_cards > 0)
    put_flag (edit, "x0", "c0");
  if (n_stages > 0)
    put_flag (edit, "x1", "s0");
  put_flag (edit, "x2", "m");
  way_memory_records_apply (fixture->records, edit, &error);
  g_assert_no_error (error);
}

static void
fixture_set_up (Fixture *fixture,
                guint    seed)
{
  fixture->records = way_memory_records_new ();
  fixture->lens = way_lens_new (WAY_RECORDS (fixture->records), WAY_AUDIENCE_WORKSHOP, "2026-03-01");
  fixture->rand = g_rand_new_with_seed (seed);
}

static void
fixture_tear_down (Fixture *fixture)
{
  g_object_unref (fixture->lens);
  g_object_unref (fixture->records);
  g_rand_free (fixture->rand);
}

static WayScene *
fixture_make_scene (Fixture  *fixture,
                    WayFonts *fonts)
{
  g_autoptr (GError) error = NULL;
  WayScene *scene = way_scene_new (fixture->lens, "m", NULL, fonts, &error);

  g_assert_no_error (error);
  return scene;
}

static char *
dump (WayScene *scene)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);
      g_autofree char *words = way_scene_dup_item_text (scene, item);

      g_string_append_printf (text, "%s %s %u %d %.2f %.2f %.2f %.2f %s | %s\n", way_role_get_name (item->role),
                              item->id != NULL ? item->id : "-", item->group, item->owner, item->bounds.x, item->bounds.y,
                              item->bounds.width, item->bounds.height, words, item->label != NULL ? item->label : "");
    }
  return g_string_free_and_steal (text);
}

/* Text of a box stays in the box; cards of a cell stay in it and apart. */
static void
check_items (WayScene *scene)
{
  double width, height;

  way_scene_get_size (scene, &width, &height);
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);
      const WayGroup *group = way_scene_get_group (scene, item->group);

      g_assert_cmpfloat (item->bounds.x, >=, 0);
      g_assert_cmpfloat (item->bounds.y, >=, 0);
      g_assert_cmpfloat (item->bounds.x + item->bounds.width, <=, width);
      g_assert_cmpfloat (item->bounds.y + item->bounds.height, <=, height);
      if (group->role != WAY_GROUP_CELL || item->kind != WAY_KIND_CARD)
        continue;
      g_assert_cmpfloat (item->bounds.x, >=, group->bounds.x - 1);
      g_assert_cmpfloat (item->bounds.x + item->bounds.width, <=, group->bounds.x + group->bounds.width + 1);
      g_assert_cmpfloat (item->bounds.y, >=, group->bounds.y);
      g_assert_cmpfloat (item->bounds.y + item->bounds.height, <=, group->bounds.y + group->bounds.height + 0.5);
      for (guint k = i + 1; k < group->first_item + group->n_items; k++)
        {
          const WayItem *other = way_scene_get_item (scene, k);

          if (other->kind == WAY_KIND_CARD)
            g_assert_false (way_rect_intersects (&item->bounds, &other->bounds));
        }
    }
}

/* Every text mark lies inside the first box of its item, where it has one that is a card or chip. */
static void
check_texts (WayScene *scene)
{
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);
      const WayMark *marks = way_scene_get_marks (scene, item);
      const WayRect *box = NULL;

      if (item->role != WAY_ROLE_CARD && item->role != WAY_ROLE_CHIP && item->role != WAY_ROLE_SPEECH)
        continue;
      for (guint k = 0; k < item->n_marks; k++)
        if (marks[k].type == WAY_MARK_BOX && !marks[k].screen_only && box == NULL)
          box = &marks[k].box.rect;
        else if (marks[k].type == WAY_MARK_TEXT)
          {
            const WayTextBlock *block = marks[k].text.block;
            PangoRectangle ink;

            pango_layout_get_extents (block->layout, NULL, &ink);
            g_assert_cmpfloat (marks[k].text.at.x + (double) ink.x / PANGO_SCALE, >=, box->x - 0.1);
            g_assert_cmpfloat (marks[k].text.at.x + (double) (ink.x + ink.width) / PANGO_SCALE, <=, box->x + box->width + 0.1);
            g_assert_cmpfloat (marks[k].text.at.y, >=, box->y);
            g_assert_cmpfloat (marks[k].text.at.y + block->height, <=, box->y + box->height);
          }
    }
}

static void
check_words_of_feelings_are_apart (WayScene *scene)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (WayRect));

  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);
      const WayMark *marks = way_scene_get_marks (scene, item);

      for (guint k = 0; item->role == WAY_ROLE_READING && item->id != NULL && k < item->n_marks; k++)
        if (marks[k].type == WAY_MARK_TEXT && marks[k].text.block->style == WAY_TEXT_WORD)
          {
            PangoRectangle ink;
            WayRect box;

            pango_layout_get_extents (marks[k].text.block->layout, NULL, &ink);
            box = (WayRect) { marks[k].text.at.x + (double) ink.x / PANGO_SCALE, marks[k].text.at.y, (double) ink.width / PANGO_SCALE,
                              (double) ink.height / PANGO_SCALE };
            for (guint other = 0; other < boxes->len; other++)
              g_assert_false (way_rect_intersects (&box, &g_array_index (boxes, WayRect, other)));
            g_array_append_val (boxes, box);
          }
    }
}

static void
check_groups (WayScene *scene)
{
  guint last = 0;

  for (guint i = 1; i < way_scene_get_n_groups (scene); i++)
    {
      const WayGroup *group = way_scene_get_group (scene, i);
      const WayGroup *parent = way_scene_get_group (scene, group->parent);

      g_assert_cmpint (group->parent, <, (int) i);
      g_assert_cmpuint (group->first_item, >=, last);
      g_assert_cmpuint (group->first_item, >=, parent->first_item);
      g_assert_cmpuint (group->first_item + group->n_items, <=, parent->first_item + parent->n_items);
      last = group->first_item;
    }
}

static void
test_nothing_is_cut_off (void)
{
  g_autoptr (WayFonts) fonts = way_fonts_new (NULL);

  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (WayScene) scene = NULL;
      Fixture fixture;
      guint n_stages;

      fixture_set_up (&fixture, round);
      n_stages = g_rand_int_range (fixture.rand, 1, 9);
      fixture_fill (&fixture, n_stages, g_rand_int_range (fixture.rand, 1, 12), g_rand_int_range (fixture.rand, 0, 60),
                    g_rand_int_range (fixture.rand, 0, 20), round % 2 == 1);
      scene = fixture_make_scene (&fixture, fonts);
      g_assert_cmpint (way_scene_is_right_to_left (scene), ==, round % 2);
      check_items (scene);
      check_texts (scene);
      check_words_of_feelings_are_apart (scene);
      check_groups (scene);
      fixture_tear_down (&fixture);
    }
}

static void
test_every_text_is_there (void)
{
  g_autoptr (WayScene) scene = NULL;
  g_autofree char *all = NULL;
  Fixture fixture;

  fixture_set_up (&fixture, 3);
  fixture_fill (&fixture, 5, 9, 80, 12, FALSE);
  scene = fixture_make_scene (&fixture, NULL);
  all = dump (scene);
  for (guint i = 0; i < 80; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i);
      g_autoptr (WayRecord) card = NULL;
      g_autofree char *words = NULL;
      int item = way_scene_find (scene, id);

      g_assert_true (way_records_read (WAY_RECORDS (fixture.records), WAY_KIND_CARD, id, &card, NULL));
      g_assert_cmpint (item, >=, 0);
      words = way_scene_dup_item_text (scene, way_scene_get_item (scene, item));
      g_assert_cmpstr (words, ==, way_record_has (card, WAY_CARD_TEXT) ? way_record_get_text (card, WAY_CARD_TEXT) : "");
    }
  g_assert_nonnull (strstr (all, "Who could ring on a Sunday?"));
  g_assert_nonnull (strstr (all, "worn down"));
  fixture_tear_down (&fixture);
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
test_updated_is_as_new (void)
{
  g_autoptr (WayFonts) fonts = way_fonts_new (NULL);
  g_autoptr (WayScene) scene = NULL;
  Fixture fixture;

  fixture_set_up (&fixture, 11);
  fixture_fill (&fixture, 5, 9, 40, 8, FALSE);
  scene = fixture_make_scene (&fixture, fonts);
  g_signal_connect_object (fixture.records, "changed", G_CALLBACK (changed_cb), scene, G_CONNECT_DEFAULT);
  for (guint round = 0; round < 120; round++)
    {
      g_autoptr (WayEdit) edit = way_edit_new ("Change");
      g_autoptr (GError) error = NULL;
      g_autoptr (WayScene) fresh = NULL;
      g_autofree char *updated = NULL, *anew = NULL;
      guint what = g_rand_int_range (fixture.rand, 0, 10);

      if (what < 6)
        put_card (edit, fixture.rand, g_rand_int_range (fixture.rand, 0, 60), 5, 9);
      else if (what < 8)
        put_feeling (edit, fixture.rand, g_rand_int_range (fixture.rand, 0, 12), 5);
      else
        {
          g_autofree char *id = g_strdup_printf ("c%u", g_rand_int_range (fixture.rand, 0, 60));
          g_autoptr (WayRecord) card = NULL;

          g_assert_true (way_records_read (WAY_RECORDS (fixture.records), WAY_KIND_CARD, id, &card, NULL));
          if (card != NULL)
            way_edit_drop (edit, WAY_KIND_CARD, id);
        }
      way_memory_records_apply (fixture.records, edit, &error);
      g_assert_no_error (error);
      fresh = fixture_make_scene (&fixture, fonts);
      updated = dump (scene);
      anew = dump (fresh);
      g_assert_cmpstr (updated, ==, anew);
    }
  fixture_tear_down (&fixture);
}

static void
test_pick_and_place (void)
{
  for (guint right_to_left = 0; right_to_left < 2; right_to_left++)
    {
      g_autoptr (WayScene) scene = NULL;
      Fixture fixture;
      guint n_cards = 0;

      fixture_set_up (&fixture, 5);
      fixture_fill (&fixture, 4, 9, 60, 0, right_to_left);
      scene = fixture_make_scene (&fixture, NULL);
      for (guint i = 0; i < way_scene_get_n_items (scene); i++)
        {
          const WayItem *item = way_scene_get_item (scene, i);
          const WayGroup *cell = way_scene_get_group (scene, item->group);
          double x = item->bounds.x + item->bounds.width / 2, y = item->bounds.y + item->bounds.height / 2;
          g_autoptr (WayRecord) card = NULL;
          WayPlace place;

          if (item->kind != WAY_KIND_CARD)
            continue;
          n_cards++;
          g_assert_cmpint (way_scene_pick (scene, x, y), ==, (int) i);
          g_assert_true (way_records_read (WAY_RECORDS (fixture.records), WAY_KIND_CARD, item->id, &card, NULL));
          g_assert_true (way_scene_get_place_at (scene, x, item->bounds.y + 1, &place));
          g_assert_cmpstr (place.lane, ==, way_record_get_text (card, WAY_CARD_LANE));
          g_assert_cmpstr (place.stage, ==, way_record_get_text (card, WAY_CARD_STAGE));
          g_assert_true (way_scene_get_place_at (scene, cell->bounds.x + (right_to_left ? 1 : cell->bounds.width - 1),
                                                 cell->bounds.y + cell->bounds.height - 0.5, &place));
          g_assert_cmpuint (place.index, >=, 1);
        }
      g_assert_cmpuint (n_cards, ==, 60);
      fixture_tear_down (&fixture);
    }
}

static void
test_odd_maps (void)
{
  g_autoptr (WayScene) empty = NULL, no_lanes = NULL;
  g_autoptr (GError) error = NULL;
  Fixture fixture, other;
  double width, height;

  fixture_set_up (&fixture, 1);
  fixture_fill (&fixture, 0, 3, 0, 0, FALSE);
  empty = fixture_make_scene (&fixture, NULL);
  way_scene_get_size (empty, &width, &height);
  g_assert_cmpfloat (width, >, 300);
  g_assert_null (way_scene_new (fixture.lens, "none", NULL, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
  fixture_tear_down (&fixture);

  /* Readings of a map that has no lane for them are drawn all the same. */
  fixture_set_up (&other, 2);
  fixture_fill (&other, 3, 0, 0, 5, FALSE);
  no_lanes = fixture_make_scene (&other, NULL);
  g_assert_cmpint (way_scene_find (no_lanes, "f0"), >=, 0);
  fixture_tear_down (&other);
}

static gboolean
is_over_text (WayScene      *scene,
              const WayItem *disc,
              const WayItem *owner)
{
  const WayMark *marks = way_scene_get_marks (scene, owner);

  for (guint i = 0; i < owner->n_marks; i++)
    if (marks[i].type == WAY_MARK_TEXT)
      {
        PangoRectangle ink;
        WayRect text;

        pango_layout_get_extents (marks[i].text.block->layout, &ink, NULL);
        text = (WayRect) { marks[i].text.at.x + (double) ink.x / PANGO_SCALE, marks[i].text.at.y + (double) ink.y / PANGO_SCALE,
                           (double) ink.width / PANGO_SCALE, (double) ink.height / PANGO_SCALE };
        if (way_rect_intersects (&disc->bounds, &text))
          return TRUE;
      }
  return FALSE;
}

/* The disc of a flag leaves the text of what it is pinned to readable. */
static void
test_flags_cover_no_text (void)
{
  static const char *const words[] = { "surgery", "A&E", "the long way round by the community kitchen and back", "تسجيل" };
  g_autoptr (WayFonts) fonts = way_fonts_new (NULL);
  g_autoptr (WayEdit) edit = way_edit_new ("Fill");
  g_autoptr (WayScene) scene = NULL;
  g_autoptr (GError) error = NULL;
  Fixture fixture;
  guint discs = 0;

  fixture_set_up (&fixture, 3);
  fixture_fill (&fixture, 2, 4, 0, 0, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *id = g_strdup_printf ("chip%u", i);
      WayRecord *card = make (WAY_KIND_CARD, id, "m", i);

      way_record_set_text (card, WAY_CARD_STAGE, "s0");
      way_record_set_text (card, WAY_CARD_LANE, "l3");
      way_record_set_text (card, WAY_CARD_TEXT, words[i]);
      put (edit, card);
      for (guint k = 0; k <= i; k++)
        {
          g_autofree char *flag = g_strdup_printf ("flag%u-%u", i, k);

          put_flag (edit, flag, id);
        }
    }
  way_memory_records_apply (fixture.records, edit, &error);
  g_assert_no_error (error);
  scene = fixture_make_scene (&fixture, fonts);
  check_items (scene);
  check_texts (scene);
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);
      const WayItem *owner = item->owner >= 0 ? way_scene_get_item (scene, item->owner) : NULL;

      if (item->role != WAY_ROLE_FLAG || owner == NULL || owner->role != WAY_ROLE_CHIP)
        continue;
      discs++;
      g_assert_false (is_over_text (scene, item, owner));
    }
  g_assert_cmpuint (discs, ==, 1 + 2 + 3 + 4);
  fixture_tear_down (&fixture);
}

/* Where two stages were felt alike, the curve between them is level: the words beside it are above or below. */
static void
test_words_leave_the_curve_free (void)
{
  g_autoptr (WayFonts) fonts = way_fonts_new (NULL);
  g_autoptr (WayEdit) edit = way_edit_new ("Fill");
  g_autoptr (WayScene) scene = NULL;
  g_autoptr (GError) error = NULL;
  Fixture fixture;
  double curve = 0;
  guint n_words = 0;

  fixture_set_up (&fixture, 1);
  fixture_fill (&fixture, 2, 3, 0, 0, FALSE);
  for (guint i = 0; i < 4; i++)
    {
      const char *words[] = { "worn down", NULL };
      g_autofree char *id = g_strdup_printf ("felt%u", i);
      WayRecord *feeling = make (WAY_KIND_FEELING, id, "m", i);

      way_record_set_text (feeling, WAY_FEELING_STAGE, i < 2 ? "s0" : "s1");
      way_record_set_number (feeling, WAY_FEELING_VALUE, i % 2 == 0 ? 0.5 : 0);
      way_record_set_texts (feeling, WAY_FEELING_WORDS, words);
      put (edit, feeling);
    }
  way_memory_records_apply (fixture.records, edit, &error);
  g_assert_no_error (error);
  scene = fixture_make_scene (&fixture, fonts);
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);

      if (item->role == WAY_ROLE_READING && item->id == NULL)
        curve = item->bounds.y + item->bounds.height / 2;
    }
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);
      const WayMark *marks = way_scene_get_marks (scene, item);

      for (guint k = 0; item->role == WAY_ROLE_READING && item->id != NULL && k < item->n_marks; k++)
        if (marks[k].type == WAY_MARK_TEXT)
          {
            n_words++;
            g_assert_true (marks[k].text.at.y > curve || marks[k].text.at.y + marks[k].text.block->height < curve);
          }
    }
  g_assert_cmpuint (n_words, ==, 4);
  fixture_tear_down (&fixture);
}

static guint
count_texts (WayScene *scene,
             WayRole   role)
{
  guint n = 0;

  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);

      for (guint k = 0; item->role == role && k < item->n_marks; k++)
        n += way_scene_get_marks (scene, item)[k].type == WAY_MARK_TEXT;
    }
  return n;
}

static void
put_felt (WayEdit    *edit,
          const char *id,
          const char *stage,
          const char *persona)
{
  WayRecord *feeling = make (WAY_KIND_FEELING, id, "m", 1);

  way_record_set_text (feeling, WAY_FEELING_STAGE, stage);
  way_record_set_text (feeling, WAY_FEELING_PERSONA, persona);
  way_record_set_number (feeling, WAY_FEELING_VALUE, -3);
  put (edit, feeling);
}

/* Whose curve it is stands at its end; somebody who said one thing alone has none, and nothing stands where they said nothing. */
static void
test_ends_of_curves (void)
{
  static const char *const personas[] = { "ada", "bert" };
  guint n_texts[3];

  for (guint picked = 0; picked < G_N_ELEMENTS (n_texts); picked++)
    {
      g_autoptr (WayEdit) edit = way_edit_new ("Fill");
      g_autoptr (WayScene) scene = NULL;
      g_autoptr (GError) error = NULL;
      Fixture fixture;

      fixture_set_up (&fixture, 1);
      fixture_fill (&fixture, 2, 3, 0, 0, FALSE);
      for (guint i = 0; i < G_N_ELEMENTS (personas); i++)
        {
          WayRecord *persona = make (WAY_KIND_PERSONA, personas[i], NULL, i);

          way_record_set_text (persona, WAY_PERSONA_NAME, personas[i]);
          put (edit, persona);
        }
      put_felt (edit, "felt0", "s0", "ada");
      put_felt (edit, "felt1", "s0", "bert");
      put_felt (edit, "felt2", "s1", "bert");
      way_memory_records_apply (fixture.records, edit, &error);
      g_assert_no_error (error);
      scene = way_scene_new (fixture.lens, "m", &(WaySceneOptions) { .personas = picked < 2 ? personas[picked] : NULL }, NULL, &error);
      g_assert_no_error (error);
      n_texts[picked] = count_texts (scene, WAY_ROLE_CURVE);
      fixture_tear_down (&fixture);
    }
  g_assert_cmpuint (n_texts[0], ==, n_texts[2]);
  g_assert_cmpuint (n_texts[1], ==, n_texts[2] + 1);
}

/* The foot tells the version as it was written. */
static void
test_versions (void)
{
  static const struct { double number; const char *words; } versions[] = {
    { 3, "version 3" }, { 2.5, "version 2.5" }, { 20260301, "version 20260301" },
  };
  g_autoptr (WayFonts) fonts = way_fonts_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autoptr (WayEdit) edit = way_edit_new ("Version");
      WayRecord *map = make (WAY_KIND_MAP, "m", NULL, 0);
      g_autoptr (WayScene) scene = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *words = NULL;
      Fixture fixture;

      way_record_set_text (map, WAY_MAP_KIND, "journey");
      way_record_set_number (map, WAY_MAP_VERSION, versions[i].number);
      put (edit, map);
      fixture_set_up (&fixture, 1);
      way_memory_records_apply (fixture.records, edit, &error);
      g_assert_no_error (error);
      scene = fixture_make_scene (&fixture, fonts);
      words = dump (scene);
      g_assert_nonnull (strstr (words, versions[i].words));
      fixture_tear_down (&fixture);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/journey/nothing-is-cut-off", test_nothing_is_cut_off);
  g_test_add_func ("/scene/journey/every-text-is-there", test_every_text_is_there);
  g_test_add_func ("/scene/journey/updated-is-as-new", test_updated_is_as_new);
  g_test_add_func ("/scene/journey/pick-and-place", test_pick_and_place);
  g_test_add_func ("/scene/journey/odd-maps", test_odd_maps);
  g_test_add_func ("/scene/journey/words-leave-the-curve-free", test_words_leave_the_curve_free);
  g_test_add_func ("/scene/journey/ends-of-curves", test_ends_of_curves);
  g_test_add_func ("/scene/journey/versions", test_versions);
  g_test_add_func ("/scene/journey/flags-cover-no-text", test_flags_cover_no_text);
  return g_test_run ();
}
