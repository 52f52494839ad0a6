/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two versions of a map are compared by what became of each part of it, and told of in sentences. */
#include "model/way-compare.h"
#include "model/way-duplicate.h"
#include "model/way-map-version.h"
#include "model/way-schema.h"
#include "way-memory-records.h"

#include <stdarg.h>
#include <string.h>

typedef struct
{
  WayMemoryRecords *records;
  char *later;                /* the new version of "m" */
} Versions;

static void
put (WayMemoryRecords *records,
     WayRecord        *record)
{
  g_autoptr (WayEdit) edit = way_edit_new ("Put");
  g_autoptr (GError) error = NULL;

  way_edit_put (edit, record);
  way_memory_records_apply (records, edit, &error);
  g_assert_no_error (error);
  g_object_unref (record);
}

/* Puts a record with texts, named by their places and ended by -1. */
static void
make (WayMemoryRecords *records,
      WayKind           kind,
      const char       *id,
      const char       *within,
      ...)
{
  WayRecord *record = way_record_new (kind, id, within);
  va_list arguments;
  int field;

  va_start (arguments, within);
  while ((field = va_arg (arguments, int)) >= 0)
    {
      const char *text = va_arg (arguments, const char *);

      if (way_kind_get_info (kind)->fields[field].type == WAY_FIELD_NUMBER)
        way_record_set_number (record, field, g_ascii_strtod (text, NULL));
      else
        way_record_set_text (record, field, text);
    }
  va_end (arguments);
  put (records, record);
}

/* The copy of a record in the new version. */
static WayRecord *
copy_of (Versions   *self,
         WayKind     kind,
         guint       based_on,
         const char *id)
{
  g_autoptr (GPtrArray) found = way_records_list_by (WAY_RECORDS (self->records), kind, based_on, id, NULL);

  g_assert_cmpuint (found->len, ==, 1);
  return way_record_copy (found->pdata[0]);
}

static void
set (Versions   *self,
     WayKind     kind,
     guint       based_on,
     const char *id,
     guint       field,
     const char *text)
{
  WayRecord *record = copy_of (self, kind, based_on, id);

  if (text == NULL)
    way_record_clear (record, field);
  else if (way_kind_get_info (kind)->fields[field].type == WAY_FIELD_NUMBER)
    way_record_set_number (record, field, g_ascii_strtod (text, NULL));
  else
    way_record_set_text (record, field, text);
  put (self->records, record);
}

static void
drop (Versions   *self,
      WayKind     kind,
      const char *id)
{
  g_autoptr (WayEdit) edit = way_edit_new ("Drop");

  way_edit_drop (edit, kind, id);
  way_memory_records_apply (self->records, edit, NULL);
}

static void
add_version (Versions *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayEdit) edit = way_duplicate_version (WAY_RECORDS (self->records), "m", "New version", &self->later, &error);

  g_assert_no_error (error);
  way_memory_records_apply (self->records, edit, &error);
  g_assert_no_error (error);
}

static void
versions_clear (Versions *self)
{
  g_object_unref (self->records);
  g_free (self->later);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Versions, versions_clear)

static WayComparison *
compare (Versions *self)
{
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (self->records), WAY_AUDIENCE_PUBLIC, "2026-10-24");
  g_autoptr (GError) error = NULL;
  WayComparison *comparison = way_compare_maps (lens, "m", self->later, &error);

  g_assert_no_error (error);
  return comparison;
}

/* What is told, one sentence a line, without what goes without saying. */
static char *
tell (WayComparison *comparison)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < way_comparison_get_length (comparison); i++)
    {
      const WayDifference *difference = way_comparison_get_difference (comparison, i);

      g_assert_true (g_str_has_suffix (difference->sentence, "."));
      g_assert_true (difference->earlier != NULL || difference->later != NULL);
      if (!difference->implied)
        g_string_append_printf (text, "%s\n", difference->sentence);
    }
  if (way_comparison_get_summary (comparison) != NULL)
    g_string_append_printf (text, "= %s\n", way_comparison_get_summary (comparison));
  return g_string_free_and_steal (text);
}

static Versions
make_pathway (void)
{
  Versions self = { way_memory_records_new (), NULL };
  WayMemoryRecords *records = self.records;

  make (records, WAY_KIND_ORGANISATION, "gp", NULL, WAY_ORGANISATION_NAME, "Ropewalk", -1);
  make (records, WAY_KIND_ORGANISATION, "peer", NULL, WAY_ORGANISATION_NAME, "Kettle On", -1);
  make (records, WAY_KIND_MAP, "m", NULL, WAY_MAP_KIND, "pathway", WAY_MAP_TITLE, "Help", -1);
  make (records, WAY_KIND_LANE, "person", "m", WAY_LANE_KIND, "person", WAY_LANE_TITLE, "What she does", -1);
  make (records, WAY_KIND_LANE, "front", "m", WAY_LANE_KIND, "frontstage", -1);
  make (records, WAY_KIND_LANE, "back", "m", WAY_LANE_KIND, "backstage", WAY_LANE_TITLE, "Behind", -1);
  make (records, WAY_KIND_STEP, "a", "m", WAY_STEP_LANE, "person", WAY_STEP_TITLE, "Asks", -1);
  make (records, WAY_KIND_STEP, "b", "m", WAY_STEP_LANE, "front", WAY_STEP_TITLE, "Surgery", WAY_STEP_ORGANISATION, "gp", -1);
  make (records, WAY_KIND_STEP, "c", "m", WAY_STEP_LANE, "back", WAY_STEP_TITLE, "Referral", -1);
  make (records, WAY_KIND_STEP, "d", "m", WAY_STEP_LANE, "front", WAY_STEP_TITLE, "Nobody rings", WAY_STEP_KIND, "gap", -1);
  make (records, WAY_KIND_LINK, "ab", "m", WAY_LINK_FROM, "a", WAY_LINK_TO, "b", WAY_LINK_WAIT_DAYS, "21", -1);
  make (records, WAY_KIND_LINK, "bc", "m", WAY_LINK_FROM, "b", WAY_LINK_TO, "c", WAY_LINK_WAIT_DAYS, "2", -1);
  make (records, WAY_KIND_LINK, "cd", "m", WAY_LINK_FROM, "c", WAY_LINK_TO, "d", -1);
  return self;
}

static void
test_same (void)
{
  g_auto (Versions) self = make_pathway ();
  g_autoptr (WayComparison) comparison = NULL;
  g_autofree char *told = NULL;

  add_version (&self);
  comparison = compare (&self);
  told = tell (comparison);
  g_assert_cmpstr (told, ==, "= The two versions do not differ.\n");
}

static void
test_pathway (void)
{
  g_auto (Versions) self = make_pathway ();
  g_autoptr (WayComparison) comparison = NULL;
  g_autoptr (WayRecord) a = NULL, c = NULL;
  g_autofree char *told = NULL;

  add_version (&self);
  a = copy_of (&self, WAY_KIND_STEP, WAY_STEP_BASED_ON, "a");
  c = copy_of (&self, WAY_KIND_STEP, WAY_STEP_BASED_ON, "c");
  set (&self, WAY_KIND_STEP, WAY_STEP_BASED_ON, "a", WAY_STEP_TITLE, "Says what matters");
  set (&self, WAY_KIND_STEP, WAY_STEP_BASED_ON, "b", WAY_STEP_ORGANISATION, "peer");
  {
    g_autoptr (WayRecord) front = copy_of (&self, WAY_KIND_LANE, WAY_LANE_BASED_ON, "front");

    set (&self, WAY_KIND_STEP, WAY_STEP_BASED_ON, "c", WAY_STEP_LANE, way_record_get_id (front));
    make (self.records, WAY_KIND_STEP, "e", self.later, WAY_STEP_LANE, way_record_get_id (front), WAY_STEP_TITLE, "Kettle", -1);
  }
  set (&self, WAY_KIND_STEP, WAY_STEP_BASED_ON, "d", WAY_STEP_KIND, "step");
  set (&self, WAY_KIND_LINK, WAY_LINK_BASED_ON, "ab", WAY_LINK_WAIT_DAYS, "2");
  set (&self, WAY_KIND_LINK, WAY_LINK_BASED_ON, "bc", WAY_LINK_WAIT_DAYS, NULL);
  set (&self, WAY_KIND_LINK, WAY_LINK_BASED_ON, "cd", WAY_LINK_LABEL, "the same day");
  make (self.records, WAY_KIND_LINK, "ac", self.later, WAY_LINK_FROM, way_record_get_id (a), WAY_LINK_TO, way_record_get_id (c),
        WAY_LINK_WAIT_DAYS, "0.5", -1);
  make (self.records, WAY_KIND_LINK, "ae", self.later, WAY_LINK_FROM, way_record_get_id (a), WAY_LINK_TO, "e", -1);
  comparison = compare (&self);
  told = tell (comparison);
  g_assert_cmpstr (told, ==,
                   "“Asks” is now called “Says what matters”.\n"
                   "“Surgery” is now with Kettle On instead of Ropewalk.\n"
                   "“Referral” moved in front of the line of visibility: people can see it now.\n"
                   "The gap “Nobody rings” is filled.\n"
                   "“Kettle” is new.\n"
                   "The wait from “Says what matters” to “Surgery” is shorter: 2 days instead of 3 weeks.\n"
                   "From “Surgery” to “Referral” there is no wait any more; it was 2 days.\n"
                   "The link from “Referral” to “Nobody rings” now says “the same day”.\n"
                   "A new link leads from “Says what matters” to “Referral”.\n"
                   "From “Says what matters” to “Referral” there is a wait now: half a day.\n"
                   "= The waits on the map come to 2.5 days instead of 23 days.\n");
  g_assert_cmpstr (way_comparison_get_earlier (comparison, way_record_get_id (a)), ==, "a");
  g_assert_cmpstr (way_comparison_get_later (comparison, "a"), ==, way_record_get_id (a));
  g_assert_null (way_comparison_get_earlier (comparison, "e"));
}

/* What went, and a link that leads elsewhere; the step that was dropped takes its links along, which goes without saying. */
static void
test_gone (void)
{
  g_auto (Versions) self = make_pathway ();
  g_autoptr (WayComparison) comparison = NULL;
  g_autoptr (WayRecord) a = NULL, d = NULL;
  g_autofree char *told = NULL;

  add_version (&self);
  a = copy_of (&self, WAY_KIND_STEP, WAY_STEP_BASED_ON, "a");
  d = copy_of (&self, WAY_KIND_STEP, WAY_STEP_BASED_ON, "d");
  set (&self, WAY_KIND_LINK, WAY_LINK_BASED_ON, "bc", WAY_LINK_TO, way_record_get_id (a));
  drop (&self, WAY_KIND_STEP, way_record_get_id (d));
  comparison = compare (&self);
  told = tell (comparison);
  g_assert_cmpstr (told, ==,
                   "The gap “Nobody rings” is gone.\n"
                   "A new link leads from “Surgery” to “Asks”.\n"
                   "From “Surgery” to “Asks” there is a wait now: 2 days.\n"
                   "No link leads from “Surgery” to “Referral” any more.\n"
                   "From “Surgery” to “Referral” there is no wait any more; it was 2 days.\n");
}

/* Maps that say nothing of each other are compared by words and places, and the versions of versions by their common ancestor. */
static void
test_without_lineage (void)
{
  g_auto (Versions) self = make_pathway ();
  g_autoptr (WayComparison) comparison = NULL;
  g_autofree char *told = NULL;
  WayMemoryRecords *records = self.records;

  make (records, WAY_KIND_MAP, "n", NULL, WAY_MAP_KIND, "pathway", -1);
  make (records, WAY_KIND_LANE, "n-person", "n", WAY_LANE_KIND, "person", WAY_LANE_TITLE, "WHAT SHE DOES", -1);
  make (records, WAY_KIND_LANE, "n-front", "n", WAY_LANE_KIND, "frontstage", -1);
  make (records, WAY_KIND_LANE, "n-back", "n", WAY_LANE_KIND, "backstage", WAY_LANE_TITLE, "Behind", -1);
  make (records, WAY_KIND_STEP, "n-c", "n", WAY_STEP_LANE, "n-front", WAY_STEP_TITLE, "referral", -1);
  make (records, WAY_KIND_STEP, "n-b", "n", WAY_STEP_LANE, "n-front", WAY_STEP_TITLE, "Surgery", WAY_STEP_ORGANISATION, "gp", -1);
  make (records, WAY_KIND_STEP, "n-a", "n", WAY_STEP_LANE, "n-person", WAY_STEP_TITLE, "Asks", -1);
  make (records, WAY_KIND_STEP, "n-d", "n", WAY_STEP_LANE, "n-front", WAY_STEP_TITLE, "Nobody rings", WAY_STEP_KIND, "gap", -1);
  make (records, WAY_KIND_LINK, "n-ab", "n", WAY_LINK_FROM, "n-a", WAY_LINK_TO, "n-b", WAY_LINK_WAIT_DAYS, "21", -1);
  make (records, WAY_KIND_LINK, "n-bc", "n", WAY_LINK_FROM, "n-b", WAY_LINK_TO, "n-c", WAY_LINK_WAIT_DAYS, "3", -1);
  make (records, WAY_KIND_LINK, "n-cd", "n", WAY_LINK_FROM, "n-c", WAY_LINK_TO, "n-d", -1);
  self.later = g_strdup ("n");
  comparison = compare (&self);
  told = tell (comparison);
  g_assert_cmpstr (told, ==,
                   "“Referral” is now called “referral”.\n"
                   "“referral” moved in front of the line of visibility: people can see it now.\n"
                   "The wait from “Surgery” to “referral” is longer: 3 days instead of 2 days.\n"
                   "The lane “What she does” is now called “WHAT SHE DOES”.\n"
                   "= The waits on the map come to 24 days instead of 23 days.\n");
}

static void
test_third_version (void)
{
  g_auto (Versions) self = make_pathway ();
  g_autoptr (WayComparison) comparison = NULL;
  g_autoptr (WayEdit) edit = NULL;
  g_autoptr (WayRecord) map = NULL;
  g_autofree char *third = NULL, *told = NULL;

  add_version (&self);
  set (&self, WAY_KIND_STEP, WAY_STEP_BASED_ON, "a", WAY_STEP_TITLE, "Rings");
  edit = way_duplicate_version (WAY_RECORDS (self.records), self.later, "New version", &third, NULL);
  way_memory_records_apply (self.records, edit, NULL);
  g_free (self.later);
  self.later = g_steal_pointer (&third);
  comparison = compare (&self);
  told = tell (comparison);
  g_assert_cmpstr (told, ==, "“Asks” is now called “Rings”.\n");
  way_records_read (WAY_RECORDS (self.records), WAY_KIND_MAP, self.later, &map, NULL);
  g_assert_cmpfloat (way_record_get_number (map, WAY_MAP_VERSION), ==, 3);
}

static void
test_journey (void)
{
  g_auto (Versions) self = { way_memory_records_new (), NULL };
  WayMemoryRecords *records = self.records;
  g_autoptr (WayComparison) comparison = NULL;
  g_autoptr (WayRecord) doing = NULL, at_home = NULL;
  g_autofree char *told = NULL;

  make (records, WAY_KIND_MAP, "m", NULL, WAY_MAP_KIND, "journey", -1);
  make (records, WAY_KIND_STAGE, "s", "m", WAY_STAGE_TITLE, "Home", -1);
  make (records, WAY_KIND_STAGE, "t", "m", WAY_STAGE_TITLE, "Later", -1);
  make (records, WAY_KIND_LANE, "doing", "m", WAY_LANE_KIND, "doing", WAY_LANE_TITLE, "Doing", -1);
  make (records, WAY_KIND_LANE, "pain", "m", WAY_LANE_KIND, "pain", WAY_LANE_TITLE, "Hard", -1);
  make (records, WAY_KIND_CARD, "x", "m", WAY_CARD_LANE, "doing", WAY_CARD_STAGE, "s", WAY_CARD_TEXT, "Feeds the cat", -1);
  make (records, WAY_KIND_CARD, "y", "m", WAY_CARD_LANE, "pain", WAY_CARD_STAGE, "t", WAY_CARD_TEXT, "Nobody rings", -1);
  make (records, WAY_KIND_CARD, "z", "m", WAY_CARD_LANE, "doing", WAY_CARD_STAGE, "t", WAY_CARD_TEXT, "Waits", -1);
  add_version (&self);
  doing = copy_of (&self, WAY_KIND_LANE, WAY_LANE_BASED_ON, "doing");
  at_home = copy_of (&self, WAY_KIND_STAGE, WAY_STAGE_BASED_ON, "s");
  set (&self, WAY_KIND_CARD, WAY_CARD_BASED_ON, "x", WAY_CARD_TEXT, "Feeds Biscuit");
  set (&self, WAY_KIND_CARD, WAY_CARD_BASED_ON, "y", WAY_CARD_STAGE, way_record_get_id (at_home));
  {
    g_autoptr (WayRecord) z = copy_of (&self, WAY_KIND_CARD, WAY_CARD_BASED_ON, "z");

    drop (&self, WAY_KIND_CARD, way_record_get_id (z));
  }
  make (records, WAY_KIND_CARD, "w", self.later, WAY_CARD_LANE, way_record_get_id (doing), WAY_CARD_STAGE, way_record_get_id (at_home),
        WAY_CARD_TEXT, "Rings", -1);
  make (records, WAY_KIND_STAGE, "u", self.later, WAY_STAGE_TITLE, "Next spring", -1);
  comparison = compare (&self);
  told = tell (comparison);
  g_assert_cmpstr (told, ==,
                   "The stage “Next spring” is new.\n"
                   "“Feeds the cat” now says “Feeds Biscuit”.\n"
                   "“Nobody rings” moved to the stage “Home”.\n"
                   "“Rings” is new, in “Doing” at “Home”.\n"
                   "“Waits” is gone from “Doing” at “Later”.\n");
}

/* A version is counted on; the earlier map may go, and nothing breaks. */
static void
test_version (void)
{
  static const struct { const char *version, *next; } versions[] = {
    { "2", "3" }, { "v9", "v10" }, { "autumn", "autumn (2)" }, { "autumn (2)", "autumn (3)" }, { "1.4", "1.5" }, { "9999999999", "9999999999 (2)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_auto (Versions) self = { way_memory_records_new (), NULL };
      g_autoptr (WayRecord) map = NULL, left = NULL;

      make (self.records, WAY_KIND_MAP, "m", NULL, WAY_MAP_KIND, "pathway", WAY_MAP_VERSION, versions[i].version, -1);
      add_version (&self);
      way_records_read (WAY_RECORDS (self.records), WAY_KIND_MAP, self.later, &map, NULL);
      g_assert_cmpstr (way_record_get_text (map, WAY_MAP_VERSION), ==, versions[i].next);
      g_assert_cmpstr (way_record_get_text (map, WAY_MAP_BASED_ON), ==, "m");
      drop (&self, WAY_KIND_MAP, "m");
      way_records_read (WAY_RECORDS (self.records), WAY_KIND_MAP, self.later, &left, NULL);
      g_assert_false (way_record_has (left, WAY_MAP_BASED_ON));
    }
}

static void
test_refused (void)
{
  g_auto (Versions) self = make_pathway ();
  g_autoptr (WayLens) lens = way_lens_new (WAY_RECORDS (self.records), WAY_AUDIENCE_DESK, "2026-10-24");
  g_autoptr (GError) error = NULL;

  make (self.records, WAY_KIND_MAP, "j", NULL, WAY_MAP_KIND, "journey", -1);
  g_assert_null (way_compare_maps (lens, "m", "nowhere", &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (way_compare_maps (lens, "m", "j", &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
}

static void
test_version_as_written (void)
{
  g_autoptr (WayRecord) map = way_record_new (WAY_KIND_MAP, NULL, NULL);
  g_autofree char *none = way_map_dup_version (map), *whole = NULL, *part = NULL, *words = NULL;

  g_assert_null (none);
  way_record_set_number (map, WAY_MAP_VERSION, 1000000);
  whole = way_map_dup_version (map);
  g_assert_cmpstr (whole, ==, "1000000");
  way_record_set_number (map, WAY_MAP_VERSION, 1.5);
  part = way_map_dup_version (map);
  g_assert_cmpstr (part, ==, "1.5");
  way_record_set_text (map, WAY_MAP_VERSION, "2b");
  words = way_map_dup_version (map);
  g_assert_cmpstr (words, ==, "2b");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/compare/same", test_same);
  g_test_add_func ("/model/compare/pathway", test_pathway);
  g_test_add_func ("/model/compare/gone", test_gone);
  g_test_add_func ("/model/compare/without-lineage", test_without_lineage);
  g_test_add_func ("/model/compare/third-version", test_third_version);
  g_test_add_func ("/model/compare/journey", test_journey);
  g_test_add_func ("/model/compare/version", test_version);
  g_test_add_func ("/model/compare/refused", test_refused);

  g_test_add_func ("/model/compare/version-as-written", test_version_as_written);
  return g_test_run ();
}
