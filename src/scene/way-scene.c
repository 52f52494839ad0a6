/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map laid out: what there is, and what is where. */
#include "scene/way-journey.h"
#include "scene/way-pathway.h"
#include "scene/way-persona.h"
#include "scene/way-scene-private.h"

#include "base/way-i18n.h"

#include <math.h>

/* Those that can be drawn. */
static const WayMapKind *const kinds[] = { &way_journey_kind, &way_pathway_kind };

G_DEFINE_FINAL_TYPE (WayScene, way_scene, G_TYPE_OBJECT)

static void
way_scene_finalize (GObject *object)
{
  WayScene *self = WAY_SCENE (object);

  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->groups, g_array_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_clear_pointer (&self->index, way_index_free);
  if (self->records != NULL)
    self->kind->free (self->records);
  g_clear_pointer (&self->fonts, way_fonts_unref);
  g_clear_object (&self->lens);
  g_free (self->map_id);
  g_free (self->persona);
  g_free (self->compare_with);
  g_strfreev (self->scenarios);
  g_free (self->title);
  g_free (self->language);

  G_OBJECT_CLASS (way_scene_parent_class)->finalize (object);
}

static void
way_scene_class_init (WaySceneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_scene_finalize;
}

static void
way_scene_init (WayScene *self)
{
}

static void
keep_options (WayScene              *self,
              const WaySceneOptions *options)
{
  self->options = *options;
  self->options.persona = self->persona = g_strdup (options->persona);
  self->options.compare_with = self->compare_with = g_strdup (options->compare_with);
  self->scenarios = g_strdupv ((char **) options->scenarios);
  self->options.scenarios = (const char *const *) self->scenarios;
}

static const WayMapKind *
get_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (name, kinds[i]->name) == 0)
      return kinds[i];
  return NULL;
}

/**
 * way_scene_can_draw:
 * @kind: (nullable): a kind of map, as in the interchange format
 *
 * Returns: whether maps of that kind can be drawn
 */
gboolean
way_scene_can_draw (const char *kind)
{
  return get_kind (kind) != NULL;
}

/* Ids are unique in a workspace: one that is no map's may be a persona's. */
static const WayMapKind *
find_kind (WayLens     *lens,
           const char  *id,
           GError     **error)
{
  g_autoptr (WayRecord) map = NULL, persona = NULL;
  const WayMapKind *kind;

  if (!way_lens_read (lens, WAY_KIND_MAP, id, &map, error) ||
      (map == NULL && !way_lens_read (lens, WAY_KIND_PERSONA, id, &persona, error)))
    return NULL;
  if (persona != NULL)
    return &way_persona_kind;
  if (map == NULL)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _("There is no map “%s”."), id);
      return NULL;
    }
  kind = get_kind (way_record_get_text (map, WAY_MAP_KIND));
  if (kind == NULL)
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _("The map “%s” is neither a journey nor a pathway map, and only those can be drawn."),
                 way_record_has (map, WAY_MAP_TITLE) ? way_record_get_text (map, WAY_MAP_TITLE) : id);
  return kind;
}

/**
 * way_scene_new:
 * @lens: who looks at what
 * @map_id: the map, of a kind that can be drawn; or a persona, whose sheet it is then
 * @options: (nullable): how
 * @fonts: (nullable): fonts of this thread, or %NULL for new ones
 * @error: where it goes that there is no such map, or that it could not be read
 *
 * Lays out a map.
 *
 * Returns: (transfer full) (nullable): the scene
 */
WayScene *
way_scene_new (WayLens                *lens,
               const char             *map_id,
               const WaySceneOptions  *options,
               WayFonts               *fonts,
               GError                **error)
{
  g_autoptr (WayScene) self = g_object_new (WAY_TYPE_SCENE, NULL);

  self->lens = g_object_ref (lens);
  self->map_id = g_strdup (map_id);
  if (options != NULL)
    keep_options (self, options);
  self->fonts = fonts != NULL ? way_fonts_ref (fonts) : way_fonts_new (NULL);
  self->kind = find_kind (lens, map_id, error);
  if (self->kind == NULL)
    return NULL;
  self->records = self->kind->read (lens, map_id, &self->options, error);
  if (self->records == NULL)
    return NULL;
  self->kind->lay_out (self->records, self);
  return g_steal_pointer (&self);
}

/**
 * way_scene_update:
 * @self: a scene
 * @changes: what a commit touched
 * @changed: (out) (optional): whether the scene is another now; items, marks and groups that were borrowed are gone then
 * @error: what went wrong; when the map itself is gone, a %WAY_ERROR_NOT_FOUND
 *
 * Brings the scene up to date: only what changed is read and shaped again.
 *
 * Returns: whether it could be done
 */
gboolean
way_scene_update (WayScene    *self,
                  WayChanges  *changes,
                  gboolean    *changed,
                  GError     **error)
{
  gboolean touched;

  if (!self->kind->update (self->records, self->lens, changes, &touched, error))
    return FALSE;
  if (touched)
    self->kind->lay_out (self->records, self);
  if (changed != NULL)
    *changed = touched;
  return TRUE;
}

/**
 * way_scene_set_scenarios:
 * @self: a scene
 * @scenarios: (nullable): ids of those that are drawn over a pathway map from now on
 *
 * Items, marks and groups that were borrowed are gone then. What is on the map stays as near to where it was as it does after an edit.
 */
void
way_scene_set_scenarios (WayScene          *self,
                         const char *const *scenarios)
{
  GStrv before = self->scenarios;

  self->scenarios = g_strdupv ((char **) scenarios);
  self->options.scenarios = (const char *const *) self->scenarios;
  g_strfreev (before);
  self->kind->lay_out (self->records, self);
}

WayLens *
way_scene_get_lens (WayScene *self)
{
  return self->lens;
}

WayFonts *
way_scene_get_fonts (WayScene *self)
{
  return self->fonts;
}

const char *
way_scene_get_map_id (WayScene *self)
{
  return self->map_id;
}

/**
 * way_scene_get_kind:
 * @self: a scene
 *
 * Returns: the kind of map that it is, as in the interchange format: `journey` or `pathway`; or `persona` for the sheet of one
 */
const char *
way_scene_get_kind (WayScene *self)
{
  return self->kind->name;
}

const char *
way_scene_get_title (WayScene *self)
{
  return self->title;
}

/**
 * way_scene_get_language:
 * @self: a scene
 *
 * Returns: (nullable): the language of the workspace, BCP 47, where it names one
 */
const char *
way_scene_get_language (WayScene *self)
{
  return self->language;
}

gboolean
way_scene_is_right_to_left (WayScene *self)
{
  return self->right_to_left;
}

void
way_scene_get_size (WayScene *self,
                    double   *width,
                    double   *height)
{
  *width = self->width;
  *height = self->height;
}

guint
way_scene_get_n_items (WayScene *self)
{
  return self->items->len;
}

const WayItem *
way_scene_get_item (WayScene *self,
                    guint     index)
{
  g_return_val_if_fail (index < self->items->len, NULL);

  return &g_array_index (self->items, WayItem, index);
}

const WayMark *
way_scene_get_marks (WayScene      *self,
                     const WayItem *item)
{
  return (const WayMark *) self->marks->data + item->first_mark;
}

guint
way_scene_get_n_groups (WayScene *self)
{
  return self->groups->len;
}

const WayGroup *
way_scene_get_group (WayScene *self,
                     guint     index)
{
  g_return_val_if_fail (index < self->groups->len, NULL);

  return &g_array_index (self->groups, WayGroup, index);
}

/**
 * way_scene_dup_item_text:
 * @self: a scene
 * @item: one of its items
 *
 * Returns: (transfer full): the words that the item shows, its texts one a line; empty when it shows none
 */
char *
way_scene_dup_item_text (WayScene      *self,
                         const WayItem *item)
{
  GString *text = g_string_new (NULL);
  const WayMark *marks = way_scene_get_marks (self, item);

  for (guint i = 0; i < item->n_marks; i++)
    if (marks[i].type == WAY_MARK_TEXT)
      {
        if (text->len > 0)
          g_string_append_c (text, '\n');
        g_string_append (text, way_text_block_get_text (marks[i].text.block));
      }
  return g_string_free_and_steal (text);
}

static void
ensure_index (WayScene *self)
{
  g_autofree WayRect *rects = NULL;

  if (self->index != NULL)
    return;
  rects = g_new (WayRect, self->items->len);
  for (guint i = 0; i < self->items->len; i++)
    rects[i] = g_array_index (self->items, WayItem, i).bounds;
  self->index = way_index_new (rects, self->items->len);
}

/**
 * way_scene_query:
 * @self: a scene
 * @area: where to look
 * @indices: (element-type guint): where the numbers of the items that touch @area are added, in paint order
 */
void
way_scene_query (WayScene      *self,
                 const WayRect *area,
                 GArray        *indices)
{
  ensure_index (self);
  way_index_query (self->index, area, indices);
}

static double
get_distance (WayPoint from,
              WayPoint to,
              double   x,
              double   y)
{
  double dx = to.x - from.x, dy = to.y - from.y, square = dx * dx + dy * dy;
  double along = square > 0 ? CLAMP (((x - from.x) * dx + (y - from.y) * dy) / square, 0, 1) : 0;

  return hypot (from.x + along * dx - x, from.y + along * dy - y);
}

/* A link goes round much that is not its own: it is where its line is. */
static gboolean
is_on_line (WayScene      *self,
            const WayItem *item,
            double         x,
            double         y)
{
  const double near = 5;
  const WayMark *marks = way_scene_get_marks (self, item);

  for (guint i = 0; i < item->n_marks; i++)
    {
      guint n_steps;
      const WayPathStep *steps = marks[i].type == WAY_MARK_PATH ? way_path_get_steps (marks[i].path, &n_steps) : NULL;
      WayPoint at = { 0 };

      for (guint k = 0; steps != NULL && k < n_steps; k++)
        {
          WayPoint to = steps[k].points[steps[k].type == WAY_PATH_CURVE ? 2 : 0];

          if (steps[k].type == WAY_PATH_CLOSE)
            continue;
          if (steps[k].type != WAY_PATH_MOVE && get_distance (at, to, x, y) <= MAX (near, marks[i].line_width / 2))
            return TRUE;
          at = to;
        }
    }
  return FALSE;
}

static gboolean
can_be_picked (WayScene      *self,
               const WayItem *item,
               double         x,
               double         y)
{
  if (item->role == WAY_ROLE_LINK || item->role == WAY_ROLE_ROUTE)
    return is_on_line (self, item, x, y);
  return item->role != WAY_ROLE_BACKDROP && item->role != WAY_ROLE_CURVE;
}

/**
 * way_scene_pick:
 * @self: a scene
 * @x: a place on the map
 * @y: the same
 *
 * Returns: the number of the topmost item there that is not decoration, or -1
 */
int
way_scene_pick (WayScene *self,
                double    x,
                double    y)
{
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  WayRect point = { x, y, 1e-6, 1e-6 };

  way_scene_query (self, &point, indices);
  for (guint i = indices->len; i > 0; i--)
    {
      guint index = g_array_index (indices, guint, i - 1);

      if (can_be_picked (self, way_scene_get_item (self, index), x, y))
        return index;
    }
  return -1;
}

/**
 * way_scene_find:
 * @self: a scene
 * @id: the id of a record
 *
 * Returns: the number of the first item that shows it, or -1
 */
int
way_scene_find (WayScene   *self,
                const char *id)
{
  if (self->found == NULL)
    {
      self->found = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = self->items->len; i > 0; i--)
        {
          const WayItem *item = way_scene_get_item (self, i - 1);

          if (item->id != NULL)
            g_hash_table_insert (self->found, (char *) item->id, GUINT_TO_POINTER (i));
        }
    }
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->found, id)) - 1;
}

/* Whether a card drawn at @bounds comes before something put at the point: above it, or beside it in a row of chips. */
static gboolean
comes_before (WayScene      *self,
              const WayItem *item,
              double         x,
              double         y)
{
  const WayRect *bounds = &item->bounds;
  double middle = bounds->x + bounds->width / 2;

  if (item->role != WAY_ROLE_CHIP)
    return bounds->y + bounds->height / 2 < y;
  if (y < bounds->y || y >= bounds->y + bounds->height)
    return bounds->y + bounds->height <= y;
  return self->right_to_left ? middle > x : middle < x;
}

/**
 * way_scene_get_place_at:
 * @self: a scene
 * @x: a place on the map
 * @y: the same
 * @place: (out caller-allocates): the cell there, and which number a card put there would get
 *
 * Only a journey map has cells.
 *
 * Returns: whether there is a cell that cards can be put in
 */
gboolean
way_scene_get_place_at (WayScene *self,
                        double    x,
                        double    y,
                        WayPlace *place)
{
  if (!g_str_equal (self->kind->name, way_journey_kind.name))
    return FALSE;
  for (guint g = 0; g < self->groups->len; g++)
    {
      const WayGroup *cell = way_scene_get_group (self, g);
      const WayGroup *lane;

      if (cell->role != WAY_GROUP_CELL || !way_rect_contains (&cell->bounds, x, y))
        continue;
      lane = way_scene_get_group (self, cell->parent);
      if (lane->id == NULL || cell->stage == NULL)
        return FALSE;
      g_strlcpy (place->lane, lane->id, sizeof place->lane);
      g_strlcpy (place->stage, cell->stage, sizeof place->stage);
      place->index = 0;
      for (guint i = 0; i < cell->n_items; i++)
        {
          const WayItem *item = way_scene_get_item (self, cell->first_item + i);

          if (item->kind == WAY_KIND_CARD && comes_before (self, item, x, y))
            place->index++;
        }
      return TRUE;
    }
  return FALSE;
}

/**
 * way_scene_get_felt_scale:
 * @self: a scene
 * @top: (out): the y of +5
 * @bottom: (out): the y of −5
 *
 * Returns: whether the map shows how somebody felt
 */
gboolean
way_scene_get_felt_scale (WayScene *self,
                          double   *top,
                          double   *bottom)
{
  *top = self->felt_top;
  *bottom = self->felt_bottom;
  return *bottom > *top;
}
