/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says what a scene shows, and paints it again where it says that it looks different, so that one that was kept can be held against a new one. */
#include "way-scene-help.h"

#include <math.h>
#include <string.h>

const WaySceneHelpLook way_scene_help_looks[WAY_SCENE_HELP_LOOKS] = { { 0.1, 0 }, { 0.5, 64 } };

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* What is painted: kept scenes move it, and those made anew put it there. */
static void
add_marks (GPtrArray     *lines,
           WayScene      *scene,
           const WayItem *item)
{
  const WayMark *marks = way_scene_get_marks (scene, item);

  for (guint i = 0; i < item->n_marks; i++)
    {
      const WayMark *mark = &marks[i];
      WayRect at = { 0 };
      guint n = 0;

      if (mark->type == WAY_MARK_BOX)
        at = mark->box.rect;
      else if (mark->type == WAY_MARK_PATH)
        {
          way_path_get_steps (mark->path, &n);
          way_path_get_bounds (mark->path, &at);
        }
      else
        at = (WayRect) { mark->text.at.x, mark->text.at.y, mark->text.block->width, mark->text.block->height };
      g_ptr_array_add (lines, g_strdup_printf ("  %u %d %d %.2f %.2f %u: %.3f %.3f %.3f %.3f", mark->type, mark->fill, mark->line,
                                               mark->line_width, mark->opacity, n, at.x, at.y, at.width, at.height));
    }
}

static void
add_item (GPtrArray     *lines,
          WayScene      *scene,
          const WayItem *item,
          gboolean       places)
{
  const WayGroup *group = way_scene_get_group (scene, item->group);
  const WayItem *owner = item->owner >= 0 ? way_scene_get_item (scene, item->owner) : NULL;
  g_autofree char *words = way_scene_dup_item_text (scene, item);
  WayRect bounds = places ? item->bounds : (WayRect) { 0 };

  g_ptr_array_add (lines, g_strdup_printf ("%s %s in %s %s on %s, %u marks, %.3f %.3f %.3f %.3f: %s | %s", way_role_get_name (item->role),
                                           item->id, way_group_role_get_name (group->role), group->id, owner != NULL ? owner->id : "-",
                                           places ? item->n_marks : 0, bounds.x, bounds.y, bounds.width, bounds.height, words, item->label));
}

/* All that a scene shows, in lines; without @places in an order that does not hang on where it stands. */
char *
way_scene_help_dump (WayScene *scene,
                     gboolean  places)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  double width, height;

  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      add_item (lines, scene, way_scene_get_item (scene, i), places);
      if (places)
        add_marks (lines, scene, way_scene_get_item (scene, i));
    }
  for (guint i = 0; places && i < way_scene_get_n_groups (scene); i++)
    {
      const WayGroup *group = way_scene_get_group (scene, i);

      g_ptr_array_add (lines, g_strdup_printf ("%s %s in %d at %s, %u from %u, %.3f %.3f %.3f %.3f", way_group_role_get_name (group->role),
                                               group->id, group->parent, group->stage, group->n_items, group->first_item,
                                               group->bounds.x, group->bounds.y, group->bounds.width, group->bounds.height));
    }
  if (places)
    {
      way_scene_get_size (scene, &width, &height);
      g_ptr_array_add (lines, g_strdup_printf ("%.3f by %.3f", width, height));
    }
  else
    g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* What is where, asked of the index, against what the items say. */
void
way_scene_help_check_index (WayScene *scene)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  double width, height;
  WayRect area;
  guint n = 0;

  way_scene_get_size (scene, &width, &height);
  area = (WayRect) { width / 3, height / 4, width / 3, height / 2 };
  way_scene_query (scene, &area, found);
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    if (way_rect_intersects (&way_scene_get_item (scene, i)->bounds, &area))
      {
        g_assert_cmpuint (n, <, found->len);
        g_assert_cmpuint (g_array_index (found, guint, n++), ==, i);
      }
  g_assert_cmpuint (n, ==, found->len);
}

/* Which item shows a record first, kept in a table, against a search. */
void
way_scene_help_check_found (WayScene *scene)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const char *id = way_scene_get_item (scene, i)->id;

      if (id != NULL && g_hash_table_add (seen, (char *) id))
        g_assert_cmpint (way_scene_find (scene, id), ==, i);
    }
  g_assert_cmpint (way_scene_find (scene, "nowhere"), ==, -1);
}

/* What items were said to paint when they were last asked about, against what they paint. */
void
way_scene_help_check_signature (WayScene *scene)
{
  WayRect all = { 0 };
  guint64 kept;

  way_scene_get_size (scene, &all.width, &all.height);
  kept = way_scene_get_signature (scene, &all);
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    ((WayItem *) way_scene_get_item (scene, i))->signature = 0;
  g_assert_cmpuint (way_scene_get_signature (scene, &all), ==, kept);
}

/* Paints an area; its edges go to whole pixels, as those of tiles do. */
static void
paint (cairo_surface_t *surface,
       double           scale,
       WayScene        *scene,
       const WayRect   *area)
{
  double left = floor (area->x * scale) / scale, top = floor (area->y * scale) / scale;
  double right = ceil ((area->x + area->width) * scale) / scale, bottom = ceil ((area->y + area->height) * scale) / scale;
  WayRect whole = { left, top, right - left, bottom - top };
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, whole.x, whole.y, whole.width, whole.height);
  cairo_clip (cr);
  way_paint_scene (cr, scene, &whole, WAY_STYLE_LIGHT, WAY_PAINT_SCREEN);
  cairo_destroy (cr);
}

cairo_surface_t *
way_scene_help_paint_anew (WayScene *scene,
                           double    scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WAY_SCENE_HELP_SIDE, WAY_SCENE_HELP_SIDE);

  paint (surface, scale, scene, &(WayRect) { 0, 0, WAY_SCENE_HELP_SIDE / scale, WAY_SCENE_HELP_SIDE / scale });
  return surface;
}

static cairo_surface_t *
copy (cairo_surface_t *surface)
{
  cairo_surface_t *other = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WAY_SCENE_HELP_SIDE, WAY_SCENE_HELP_SIDE);
  cairo_t *cr = cairo_create (other);

  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  return other;
}

static void
assert_same_picture (cairo_surface_t *one,
                     cairo_surface_t *other,
                     int              most)
{
  gsize stride = cairo_image_surface_get_stride (one);
  const guchar *a, *b;

  cairo_surface_flush (one);
  cairo_surface_flush (other);
  a = cairo_image_surface_get_data (one);
  b = cairo_image_surface_get_data (other);
  for (guint row = 0; row < WAY_SCENE_HELP_SIDE; row++, a += stride, b += stride)
    for (guint i = 0; memcmp (a, b, stride) != 0 && i < stride; i++)
      if (i % 4 != 3 && ABS ((int) a[i] - (int) b[i]) > most)
        g_error ("The picture differs at %u, %u: %d and %d", i / 4, row, a[i], b[i]);
}

/* Paints again what the scene says looks different, and holds the pictures against some of everything, which are there after it; gives how
 * large that was. Curves that are clipped are rounded otherwise by cairo, so that the same areas are painted over those, too. */
double
way_scene_help_paint_dirty (WayScene        *scene,
                            cairo_surface_t *pictures[WAY_SCENE_HELP_LOOKS])
{
  double again = 0;
  guint n;
  const WayRect *areas = way_scene_get_dirty (scene, &n);

  for (guint i = 0; i < n; i++)
    again += areas[i].width * areas[i].height;
  for (guint i = 0; i < WAY_SCENE_HELP_LOOKS; i++)
    {
      const WaySceneHelpLook *look = &way_scene_help_looks[i];
      cairo_surface_t *anew = way_scene_help_paint_anew (scene, look->scale), *over = copy (anew);

      for (guint k = 0; k < n; k++)
        {
          paint (pictures[i], look->scale, scene, &areas[k]);
          paint (over, look->scale, scene, &areas[k]);
        }
      assert_same_picture (over, pictures[i], look->most);
      cairo_surface_destroy (over);
      cairo_surface_destroy (pictures[i]);
      pictures[i] = anew;
    }
  return again;
}
