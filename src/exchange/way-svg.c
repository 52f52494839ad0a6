/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a map as SVG, straight from the scene: groups are named after what they are, and words stay words. */
#include "exchange/way-svg.h"

#include "base/way-i18n.h"
#include "exchange/way-page.h"
#include "exchange/way-xml.h"

/* What is known while a scene is written. */
typedef struct
{
  WayScene *scene;
  WayStyle style;
  WaySink *sink;
  GString *svg;               /* the sink's buffer */
  GHashTable *ids;            /* the ids that were given */
  GArray *open;               /* guint: the groups that are open, outermost first */
} WaySvg;

/* Ids are those of the records behind what they are; a record that shows more than once gets a number as well. */
static void
append_id (WaySvg     *self,
           const char *name,
           const char *record)
{
  g_autofree char *id = NULL;

  if (record == NULL)
    return;
  id = g_strconcat (name, "-", record, NULL);
  for (guint i = 2; g_hash_table_contains (self->ids, id); i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%s--%u", name, record, i);
    }
  way_xml_append_attribute (self->svg, "id", id);
  g_hash_table_add (self->ids, g_steal_pointer (&id));
}

static void
open_group (WaySvg *self,
            guint   number)
{
  const WayGroup *group = way_scene_get_group (self->scene, number);

  g_string_append (self->svg, "<g");
  way_xml_append_attribute (self->svg, "class", way_group_role_get_name (group->role));
  if (group->role != WAY_GROUP_CELL)
    append_id (self, way_group_role_get_name (group->role), group->id);
  if (group->role == WAY_GROUP_BACKDROP)
    g_string_append (self->svg, " aria-hidden=\"true\"");
  else if (group->label != NULL)
    {
      g_string_append (self->svg, " role=\"group\"");
      way_xml_append_attribute (self->svg, "aria-label", group->label);
    }
  g_string_append (self->svg, ">\n");
  g_array_append_val (self->open, number);
}

static void
close_groups (WaySvg *self,
              guint   depth)
{
  for (; self->open->len > depth; g_array_set_size (self->open, self->open->len - 1))
    g_string_append (self->svg, "</g>\n");
}

/* Closes the groups that @number is not in, then opens those around it and itself. */
static void
enter_group (WaySvg *self,
             guint   number)
{
  guint path[8];
  guint depth = 0, same = 0;

  for (int at = number; at >= 0 && depth < G_N_ELEMENTS (path); at = way_scene_get_group (self->scene, at)->parent)
    path[depth++] = at;
  while (same < depth && same < self->open->len && g_array_index (self->open, guint, same) == path[depth - 1 - same])
    same++;
  close_groups (self, same);
  for (; same < depth; same++)
    open_group (self, path[depth - 1 - same]);
}

static void
append_item (WaySvg        *self,
             const WayItem *item)
{
  const WayMark *marks = way_scene_get_marks (self->scene, item);

  g_string_append (self->svg, "<g");
  way_xml_append_attribute (self->svg, "class", way_role_get_name (item->role));
  append_id (self, way_role_get_name (item->role), item->id);
  if (item->label != NULL && item->role == WAY_ROLE_CURVE)
    {
      g_string_append (self->svg, " role=\"img\"");
      way_xml_append_attribute (self->svg, "aria-label", item->label);
    }
  g_string_append_c (self->svg, '>');
  if (item->label != NULL)
    {
      g_string_append (self->svg, "<title>");
      way_xml_append_text (self->svg, item->label, -1);
      g_string_append (self->svg, "</title>");
    }
  g_string_append_c (self->svg, '\n');
  for (guint i = 0; i < item->n_marks; i++)
    way_svg_append_mark (self->svg, &marks[i], self->style);
  g_string_append (self->svg, "</g>\n");
}

static void
append_ground (WaySvg        *self,
               const WayRect *view)
{
  WayMark ground = { .type = WAY_MARK_BOX, .fill = WAY_INK_CANVAS, .opacity = 1, .box = { *view, 0 } };

  way_svg_append_mark (self->svg, &ground, self->style);
}

/* What the map is about, for those who do not see it: the question, or what kind of map it is. */
static char *
dup_description (WayScene *scene)
{
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    if (way_scene_get_item (scene, i)->role == WAY_ROLE_QUESTION)
      return way_scene_dup_item_text (scene, way_scene_get_item (scene, i));
  if (g_str_equal (way_scene_get_kind (scene), "pathway"))
    return g_strdup (_("A pathway map: steps in lanes, from what the person does down to commissioning."));
  if (g_str_equal (way_scene_get_kind (scene), "persona"))
    return g_strdup (_("A persona: who somebody like this is, what they need, and what gets in the way."));
  return g_strdup (_("A journey map: stages across, lanes down."));
}

static void
append_view (GString       *svg,
             const WayRect *view)
{
  const double numbers[] = { view->x, view->y, view->width, view->height };

  g_string_append (svg, " viewBox=\"");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (i > 0)
        g_string_append_c (svg, ' ');
      way_xml_append_number (svg, numbers[i]);
    }
  g_string_append_c (svg, '"');
}

static void
append_head (WaySvg                 *self,
             const WayExportOptions *options)
{
  g_autofree char *description = dup_description (self->scene);
  const char *title = way_scene_get_title (self->scene);
  WayRect view;
  double width, height;
  WayPage page;

  way_scene_get_size (self->scene, &width, &height);
  page = way_page_new (width, height, options->paper, options->orientation);
  view = (WayRect) { -page.at.x / page.scale, -page.at.y / page.scale, page.width / page.scale, page.height / page.scale };

  g_string_append (self->svg, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
  way_xml_append_number (self->svg, page.width);
  g_string_append (self->svg, "pt\" height=\"");
  way_xml_append_number (self->svg, page.height);
  g_string_append (self->svg, "pt\"");
  append_view (self->svg, &view);
  if (way_scene_get_language (self->scene) != NULL)
    way_xml_append_attribute (self->svg, "xml:lang", way_scene_get_language (self->scene));
  g_string_append (self->svg, " xml:space=\"preserve\" role=\"graphics-document document\" aria-labelledby=\"title desc\""
                              " stroke-linejoin=\"round\" stroke-linecap=\"round\">\n<title id=\"title\">");
  way_xml_append_text (self->svg, title != NULL ? title : "", -1);
  g_string_append (self->svg, "</title>\n<desc id=\"desc\">");
  way_xml_append_text (self->svg, description, -1);
  g_string_append (self->svg, "</desc>\n<style>\n");
  way_svg_append_text_styles (self->svg, self->scene);
  g_string_append (self->svg, "</style>\n");
  append_ground (self, &view);
}

/**
 * way_svg_write:
 * @scene: a map
 * @options: how
 * @sink: where
 * @error: what went wrong in writing
 *
 * Returns: whether all of it was written
 */
gboolean
way_svg_write (WayScene                *scene,
               const WayExportOptions  *options,
               WaySink                 *sink,
               GError                 **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  WaySvg self = { scene, options->style, sink, sink->buffer, ids, open };
  guint n_items = way_scene_get_n_items (scene);

  g_hash_table_add (ids, g_strdup ("title"));
  g_hash_table_add (ids, g_strdup ("desc"));
  append_head (&self, options);
  for (guint i = 0; i < n_items; i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);

      enter_group (&self, item->group);
      append_item (&self, item);
      if (!way_sink_drain (sink) || (i % 256 == 0 && !way_sink_step (sink, (double) i / n_items)))
        break;
    }
  close_groups (&self, 0);
  g_string_append (self.svg, "</svg>\n");
  return way_sink_finish (sink, error);
}
