/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workspace in memory that other tests stand on keeps the rules of a workspace. */
#include "model/way-schema.h"
#include "way-memory-records.h"

static WayRecord *
make_record (WayKind     kind,
             const char *id,
             const char *within)
{
  WayRecord *record = way_record_new (kind, id, within);

  if (kind == WAY_KIND_MAP)
    way_record_set_text (record, WAY_MAP_KIND, "journey");
  return record;
}

static void
put (WayEdit   *edit,
     WayRecord *record)
{
  way_edit_put (edit, record);
  g_object_unref (record);
}

static WayMemoryRecords *
make (void)
{
  g_autoptr (WayEdit) edit = way_edit_new ("Make");
  WayMemoryRecords *self = way_memory_records_new ();
  g_autoptr (GError) error = NULL;
  WayRecord *card;

  put (edit, make_record (WAY_KIND_MAP, "m", NULL));
  put (edit, make_record (WAY_KIND_STAGE, "s2", "m"));
  put (edit, make_record (WAY_KIND_STAGE, "s1", "m"));
  put (edit, make_record (WAY_KIND_LANE, "l", "m"));
  card = make_record (WAY_KIND_CARD, "c", "m");
  way_record_set_text (card, WAY_CARD_LANE, "l");
  way_record_set_text (card, WAY_CARD_STAGE, "s1");
  put (edit, card);
  way_memory_records_apply (self, edit, &error);
  g_assert_no_error (error);
  return self;
}

static void
test_order (void)
{
  g_autoptr (WayMemoryRecords) self = make ();
  g_autoptr (GPtrArray) stages = way_records_list (WAY_RECORDS (self), WAY_KIND_STAGE, "m", NULL);

  g_assert_cmpuint (stages->len, ==, 2);
  g_assert_cmpstr (way_record_get_id (stages->pdata[0]), ==, "s2");
  g_assert_cmpstr (way_record_get_id (stages->pdata[1]), ==, "s1");
}

static void
test_drop (void)
{
  g_autoptr (WayMemoryRecords) self = make ();
  g_autoptr (WayEdit) edit = way_edit_new ("Drop");
  g_autoptr (GError) error = NULL;
  guint count;

  way_edit_drop (edit, WAY_KIND_STAGE, "s1");
  way_memory_records_apply (self, edit, &error);
  g_assert_no_error (error);
  way_records_count (WAY_RECORDS (self), WAY_KIND_STAGE, &count, NULL);
  g_assert_cmpuint (count, ==, 1);
  way_records_count (WAY_RECORDS (self), WAY_KIND_CARD, &count, NULL);
  g_assert_cmpuint (count, ==, 0);
}

static void
test_whole_or_not (void)
{
  g_autoptr (WayMemoryRecords) self = make ();
  g_autoptr (WayEdit) edit = way_edit_new ("Break");
  g_autoptr (GError) error = NULL;
  WayRecord *card = make_record (WAY_KIND_CARD, "c2", "m");
  guint count;

  put (edit, make_record (WAY_KIND_STAGE, "s3", "m"));
  way_record_set_text (card, WAY_CARD_LANE, "nowhere");
  way_record_set_text (card, WAY_CARD_STAGE, "s1");
  put (edit, card);
  g_assert_false (way_memory_records_apply (self, edit, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  way_records_count (WAY_RECORDS (self), WAY_KIND_STAGE, &count, NULL);
  g_assert_cmpuint (count, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/memory/order", test_order);
  g_test_add_func ("/model/memory/drop", test_drop);
  g_test_add_func ("/model/memory/whole-or-not", test_whole_or_not);
  return g_test_run ();
}
