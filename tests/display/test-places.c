/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of how many each thing on a map is, told to GTK from inside: it (4.18) hands that on to nobody yet, so that names say it too. */
#include "windows.h"

#include "canvas/way-canvas-item.h"

#include <stdio.h>

static AdwApplication *application;
static char *file;

static void
assert_place (WayCanvasItem *item,
              guint          position,
              guint          of)
{
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) position);
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) of);
}

static guint
count (WayMapContext *context,
       WayKind        kind)
{
  g_autoptr (GPtrArray) records = way_map_context_list (context, kind, way_map_context_get_map (context));

  return records->len;
}

typedef struct
{
  WayMapContext *context;
  guint stages, lanes, cards;
} Seen;

/* Stages and lanes one after the other, and every card as its name says. */
static void
look (Seen          *self,
      WayCanvasItem *item)
{
  g_autofree char *name = NULL;
  const char *end;
  guint position, of;

  if (item->spot.kind == WAY_KIND_STAGE)
    assert_place (item, ++self->stages, count (self->context, WAY_KIND_STAGE));
  else if (item->spot.kind == WAY_KIND_LANE)
    assert_place (item, ++self->lanes, count (self->context, WAY_KIND_LANE));
  if (item->spot.kind != WAY_KIND_CARD)
    return;
  name = way_outline_dup_name (item->canvas->scene, &item->spot);
  end = g_strrstr (name, ", card ");
  g_assert_nonnull (end);
  g_assert_cmpint (sscanf (end, ", card %u of %u", &position, &of), ==, 2);
  assert_place (item, position, of);
  self->cards++;
}

static void
look_below (Seen          *self,
            GtkAccessible *parent)
{
  GtkAccessible *child = gtk_accessible_get_first_accessible_child (parent), *next;

  while (child != NULL)
    {
      if (WAY_IS_CANVAS_ITEM (child))
        {
          look (self, WAY_CANVAS_ITEM (child));
          look_below (self, child);
        }
      next = gtk_accessible_get_next_accessible_sibling (child);
      g_object_unref (child);
      child = next;
    }
}

static void
test_places (void)
{
  WayWindow *window = way_windows_open (application, &(WaySize) { 900, 600 }, file);
  Seen seen = { .context = way_map_view_get_context (way_window_get_view (window)) };

  look_below (&seen, GTK_ACCESSIBLE (way_map_context_get_canvas (seen.context)));
  g_assert_cmpuint (seen.stages, ==, count (seen.context, WAY_KIND_STAGE));
  g_assert_cmpuint (seen.lanes, ==, count (seen.context, WAY_KIND_LANE));
  g_assert_cmpuint (seen.cards, ==, count (seen.context, WAY_KIND_CARD));
  g_assert_cmpuint (seen.cards, >, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  way_windows_settle ();
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  int status;

  application = way_windows_begin (&argc, &argv, "places", &folder);
  file = g_build_filename (folder, "marked.waymark", NULL);
  way_windows_make_file (file);
  g_test_add_func ("/places/in-a-set", test_places);
  status = g_test_run ();
  g_clear_object (&application);
  g_free (file);
  return status;
}
