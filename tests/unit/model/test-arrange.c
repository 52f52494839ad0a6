/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Positions in a list: before, after and between, and what happens when no number is left between two. */
#include "model/way-arrange.h"

#include <math.h>

static WayRecord *
card_at (double position)
{
  WayRecord *card = way_record_new (WAY_KIND_CARD, NULL, "map");

  way_record_set_position (card, position);
  return card;
}

static void
check_between (double low, double high, double expected)
{
  g_autoptr (WayRecord) before = isinf (low) ? NULL : card_at (low);
  g_autoptr (WayRecord) after = isinf (high) ? NULL : card_at (high);
  double position;

  g_assert_true (way_arrange_between (before, after, &position));
  g_assert_cmpfloat (position, ==, expected);
}

static void
test_between (void)
{
  check_between (1, 2, 1.5);
  check_between (-4, 4, 0);
  check_between (-HUGE_VAL, 3, 2);
  check_between (3, HUGE_VAL, 4);
  check_between (-HUGE_VAL, HUGE_VAL, HUGE_VAL);
}

static void
test_no_room (void)
{
  static const double pairs[][2] = { { 1, 1 }, { 2, 1 }, { 1, 1.0000000000000002 }, { 0, 5e-324 }, };
  double position;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (WayRecord) before = card_at (pairs[i][0]);
      g_autoptr (WayRecord) after = card_at (pairs[i][1]);

      g_assert_false (way_arrange_between (before, after, &position));
    }
}

/* At the ends of what a number can hold there is no room outwards, and no nonsense either. */
static void
test_ends (void)
{
  g_autoptr (WayRecord) least = card_at (-G_MAXDOUBLE);
  g_autoptr (WayRecord) most = card_at (G_MAXDOUBLE);
  double position;

  g_assert_false (way_arrange_between (NULL, least, &position));
  g_assert_false (way_arrange_between (most, NULL, &position));
  g_assert_true (way_arrange_between (least, most, &position));
  g_assert_true (isfinite (position));
}

static void
test_put_between (void)
{
  g_autoptr (GPtrArray) siblings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (WayEdit) edit = way_edit_new ("Move card");
  g_autoptr (WayRecord) card = way_record_new (WAY_KIND_CARD, NULL, "map");

  g_ptr_array_add (siblings, card_at (1));
  g_ptr_array_add (siblings, card_at (2));
  way_arrange_put (edit, card, siblings, 1);

  g_assert_cmpuint (way_edit_get_length (edit), ==, 1);
  g_assert_cmpfloat (way_record_get_position (card), ==, 1.5);
}

static void
test_put_renumbers (void)
{
  g_autoptr (GPtrArray) siblings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (WayEdit) edit = way_edit_new ("Move card");
  g_autoptr (WayRecord) card = way_record_new (WAY_KIND_CARD, NULL, "map");

  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (siblings, card_at (1));
  way_arrange_put (edit, card, siblings, 1);

  g_assert_cmpfloat (way_record_get_position (card), ==, 2);
  g_assert_cmpuint (way_edit_get_length (edit), ==, 3);
  g_assert_cmpstr (way_edit_get_operation (edit, 0)->id, ==, way_record_get_id (siblings->pdata[1]));
  g_assert_cmpfloat (way_record_get_position (way_edit_get_operation (edit, 0)->put), ==, 3);
  g_assert_cmpfloat (way_record_get_position (way_edit_get_operation (edit, 1)->put), ==, 4);
}

/* Put always into the same gap: the order asked for is the order there is, however often. */
static void
test_many_into_one_gap (void)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (list, card_at (1));
  g_ptr_array_add (list, card_at (2));
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (WayEdit) edit = way_edit_new ("Add card");
      WayRecord *card = way_record_new (WAY_KIND_CARD, NULL, "map");

      way_arrange_put (edit, card, list, 1);
      g_ptr_array_insert (list, 1, card);
      for (guint i = 0; i < way_edit_get_length (edit); i++)
        for (guint j = 0; j < list->len; j++)
          {
            WayRecord *put = way_edit_get_operation (edit, i)->put;

            if (g_str_equal (way_record_get_id (put), way_record_get_id (list->pdata[j])) && put != list->pdata[j])
              {
                g_object_unref (list->pdata[j]);
                list->pdata[j] = g_object_ref (put);
              }
          }
      for (guint i = 1; i < list->len; i++)
        g_assert_cmpfloat (way_record_get_position (list->pdata[i - 1]), <, way_record_get_position (list->pdata[i]));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrange/between", test_between);
  g_test_add_func ("/arrange/no-room", test_no_room);
  g_test_add_func ("/arrange/ends", test_ends);
  g_test_add_func ("/arrange/put-between", test_put_between);
  g_test_add_func ("/arrange/put-renumbers", test_put_renumbers);
  g_test_add_func ("/arrange/many-into-one-gap", test_many_into_one_gap);
  return g_test_run ();
}
