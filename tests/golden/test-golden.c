/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a map, or the sheet of a persona, says and in which order it is read, for those of the sample and of the test data, held against what was looked at and found
 * right. Without places, so that it does not depend on fonts. `WAY_UPDATE_GOLDEN=1 ./dev test golden` writes them anew. */
#include "scene/way-scene.h"

#include "way-json-help.h"

#define TODAY "2026-03-01"

typedef struct
{
  const char *folder;         /* the environment variable that names it */
  const char *file;
  const char *map;
  WayAudience audience;
  const char *compare_with;   /* nullable: an earlier version */
} Case;

static const Case cases[] = {
  { "WAY_SAMPLE_DIR", "living-well", "map-home", WAY_AUDIENCE_WORKSHOP },
  { "WAY_SAMPLE_DIR", "living-well", "map-first", WAY_AUDIENCE_PUBLIC },
  { "WAY_SAMPLE_DIR", "living-well", "map-first", WAY_AUDIENCE_DESK },
  { "WAY_SAMPLE_DIR", "living-well", "map-tabib", WAY_AUDIENCE_PUBLIC },
  { "WAY_SAMPLE_DIR", "living-well", "callum", WAY_AUDIENCE_PUBLIC },
  { "WAY_SAMPLE_DIR", "living-well", "salma", WAY_AUDIENCE_WORKSHOP },
  { "WAY_TEST_DATA", "every-kind", NULL, WAY_AUDIENCE_TEAM },
  { "WAY_TEST_DATA", "hard-text", NULL, WAY_AUDIENCE_PUBLIC },
  { "WAY_TEST_DATA", "pathway", "path", WAY_AUDIENCE_PUBLIC },
  { "WAY_TEST_DATA", "pathway", "path", WAY_AUDIENCE_TEAM },
  { "WAY_TEST_DATA", "pathway", "path", WAY_AUDIENCE_WORKSHOP, "path-3" },
};

/* Drawn where the map has them. */
static const char *const scenarios[] = { "sc-ray", "sc-amina", NULL };

static void
add_items (WayScene *scene,
           guint     number,
           guint     depth,
           GString  *text)
{
  const WayGroup *group = way_scene_get_group (scene, number);

  for (guint i = 0; i < group->n_items; i++)
    {
      const WayItem *item = way_scene_get_item (scene, group->first_item + i);
      g_autofree char *words = NULL;

      if (item->group != number || item->role == WAY_ROLE_BACKDROP)
        continue;
      words = way_scene_dup_item_text (scene, item);
      g_string_append_printf (text, "%*s%s%s%s%s%s\n", 2 * (int) depth + 2, "", way_role_get_name (item->role), *words != '\0' ? ": " : "",
                              words, item->label != NULL ? " | " : "", item->label != NULL ? item->label : "");
    }
}

static void
add_group (WayScene *scene,
           guint     number,
           guint     depth,
           GString  *text)
{
  static const char *const names[WAY_N_GROUP_ROLES] = {
    [WAY_GROUP_MAP] = "MAP",   [WAY_GROUP_HEADER] = "HEADING", [WAY_GROUP_STAGES] = "STAGES", [WAY_GROUP_LANE] = "LANE",
    [WAY_GROUP_CELL] = "CELL", [WAY_GROUP_STEP] = "STEP",      [WAY_GROUP_LINE] = "LINE",     [WAY_GROUP_SCENARIO] = "SCENARIO",
    [WAY_GROUP_KEY] = "KEY",   [WAY_GROUP_FOOT] = "FOOT",
  };
  const WayGroup *group = way_scene_get_group (scene, number);

  if (group->role == WAY_GROUP_BACKDROP || (group->role == WAY_GROUP_CELL && group->n_items == 0))
    return;
  g_string_append_printf (text, "%*s%s %s\n", 2 * (int) depth, "", names[group->role], group->label != NULL ? group->label : "");
  add_items (scene, number, depth, text);
  for (guint i = number + 1; i < way_scene_get_n_groups (scene); i++)
    if (way_scene_get_group (scene, i)->parent == (int) number)
      add_group (scene, i, depth + 1, text);
}

static char *
dup_first_journey (WayRecords *records)
{
  g_autoptr (GPtrArray) maps = way_records_list (records, WAY_KIND_MAP, NULL, NULL);

  for (guint i = 0; i < maps->len; i++)
    if (g_strcmp0 (way_record_get_text (maps->pdata[i], WAY_MAP_KIND), "journey") == 0)
      return g_strdup (way_record_get_id (maps->pdata[i]));
  g_assert_not_reached ();
}

static char *
describe (const Case *one)
{
  g_autofree char *name = g_strconcat (one->file, ".json", NULL);
  g_autofree char *path = g_build_filename (g_getenv (one->folder), name, NULL);
  g_autoptr (WayMemoryRecords) records = way_memory_records_new ();
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (records), one->audience, TODAY);
  g_autoptr (WayScene) scene = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL, *map = NULL;
  GString *text = g_string_new (NULL);
  gsize length;

  g_file_get_contents (path, &json, &length, &error);
  g_assert_no_error (error);
  way_json_help_read (records, json, length, &error);
  g_assert_no_error (error);
  map = one->map != NULL ? g_strdup (one->map) : dup_first_journey (WAY_RECORDS (records));
  scene = way_scene_new (lens, map, &(WaySceneOptions) { .scenarios = scenarios, .compare_with = one->compare_with }, NULL, &error);
  g_assert_no_error (error);
  g_string_append (text, way_scene_is_right_to_left (scene) ? "from right to left\n" : "from left to right\n");
  add_group (scene, 0, 0, text);
  return g_string_free_and_steal (text);
}

static void
test_golden (gconstpointer data)
{
  const Case *one = data;
  g_autofree char *name = g_strdup_printf ("%s-%s-%s%s%s.txt", one->file, one->map != NULL ? one->map : "journey",
                                           way_audience_get_name (one->audience), one->compare_with != NULL ? "-since-" : "",
                                           one->compare_with != NULL ? one->compare_with : "");
  g_autofree char *path = g_build_filename (g_getenv ("WAY_GOLDEN_DIR"), name, NULL);
  g_autofree char *now = describe (one), *then = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("WAY_UPDATE_GOLDEN") != NULL)
    {
      g_file_set_contents (path, now, -1, &error);
      g_assert_no_error (error);
    }
  g_file_get_contents (path, &then, NULL, &error);
  g_assert_no_error (error);
  if (!g_str_equal (now, then))
    {
      g_auto (GStrv) new_lines = g_strsplit (now, "\n", -1), old_lines = g_strsplit (then, "\n", -1);
      guint i = 0;

      while (new_lines[i] != NULL && g_strcmp0 (new_lines[i], old_lines[i]) == 0)
        i++;
      g_error ("%s, line %u: “%s” where “%s” was", name, i + 1, new_lines[i] != NULL ? new_lines[i] : "the end",
               old_lines[i] != NULL ? old_lines[i] : "the end");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/golden/%s/%s/%s%s", cases[i].file, cases[i].map != NULL ? cases[i].map : "journey",
                                               way_audience_get_name (cases[i].audience), cases[i].compare_with != NULL ? "/since" : "");

      g_test_add_data_func (name, &cases[i], test_golden);
    }
  return g_test_run ();
}
