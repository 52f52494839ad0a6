/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map laid out: what there is, and what is where. */
#include "scene/way-journey.h"
#include "scene/way-pathway.h"
#include "scene/way-persona.h"
#include "scene/way-scene-private.h"

#include "base/way-i18n.h"

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
  way_scene_forget_index (self);
  g_clear_pointer (&self->dirty, g_array_unref);
  if (self->records != NULL)
    self->kind->free (self->records);
  g_clear_pointer (&self->fonts, way_fonts_unref);
  g_clear_object (&self->lens);
  g_free (self->map_id);
  g_free (self->personas);
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
  self->dirty = g_array_new (FALSE, FALSE, sizeof (WayRect));
}

static void
keep_options (WayScene              *self,
              const WaySceneOptions *options)
{
  self->options = *options;
  self->options.personas = self->personas = g_strdup (options->personas);
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
  self->round++;
  self->kind->lay_out (self->records, self);
  self->options.places = NULL;
  return g_steal_pointer (&self);
}

/**
 * way_scene_update:
 * @self: a scene
 * @changes: what a commit touched
 * @changed: (out) (optional): whether the scene is another now; items, marks and groups that were borrowed are gone then
 * @error: what went wrong; when the map itself is gone, a %WAY_ERROR_NOT_FOUND
 *
 * Brings the scene up to date: only what changed is read and shaped again, and where it can be nothing else is laid out again. What looks
 * different is then told by way_scene_get_dirty().
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
  g_array_set_size (self->dirty, 0);
  if (touched)
    self->round++;
  if (touched && !(self->kind->patch != NULL && self->kind->patch (self->records, self)))
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
  g_array_set_size (self->dirty, 0);
  self->round++;
  if (self->kind->patch == NULL || !self->kind->patch (self->records, self))
    self->kind->lay_out (self->records, self);
}

/**
 * way_scene_get_dirty:
 * @self: a scene
 * @n_areas: (out): how many areas there are
 *
 * Where the scene looks different since it was last updated, or given other scenarios: to paint these areas again is enough. They may
 * overlap. Of a new scene it is everything.
 *
 * Returns: (array length=n_areas): areas, points
 */
const WayRect *
way_scene_get_dirty (WayScene *self,
                     guint    *n_areas)
{
  *n_areas = self->dirty->len;
  return (const WayRect *) self->dirty->data;
}

/**
 * way_scene_get_round:
 * @self: a scene
 *
 * Groups are of the round that put them down, and stay so where an update leaves them alone or only moves them.
 *
 * Returns: how often the scene was laid out or patched
 */
guint
way_scene_get_round (WayScene *self)
{
  return self->round;
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

/**
 * way_scene_get_personas:
 * @self: a scene
 *
 * Returns: (nullable): whose feelings are picked out, as in [struct@SceneOptions]
 */
const char *
way_scene_get_personas (WayScene *self)
{
  return self->personas;
}

/**
 * way_scene_list_feelers:
 * @self: a scene
 *
 * Returns: (transfer container) (element-type WayRecord): the personas who felt something along it, in the order of its key
 */
GPtrArray *
way_scene_list_feelers (WayScene *self)
{
  return self->kind == &way_journey_kind ? way_journey_list_feelers (self->records) : g_ptr_array_new ();
}
