/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the panes beside a map share, so that none of them knows the others: what is shown, and what is selected. */
#include "app/way-map-context-private.h"

#include "app/way-toast.h"
#include "model/way-schema.h"

enum
{
  RESET,
  CHANGED,
  SELECTED,
  SCENARIOS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WayMapContext, way_map_context, G_TYPE_OBJECT)

/* The canvas knows more of where something is than who selects it in a pane; that makes no difference. */
static gboolean
is_same (const WaySpot *a,
         const WaySpot *b)
{
  return a->kind == b->kind && g_str_equal (a->id, b->id) &&
         (*a->id != '\0' || (g_str_equal (a->lane, b->lane) && g_str_equal (a->stage, b->stage)));
}

static void
take_selection (WayMapContext *self,
                const WaySpot *selection)
{
  if (is_same (&self->selection, selection))
    return;
  self->selection = *selection;
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
canvas_selected_cb (WayCanvas     *canvas,
                    GParamSpec    *pspec,
                    WayMapContext *self)
{
  g_autoptr (GArray) spots = NULL;
  gboolean before = self->many;

  if (self->selecting)
    return;
  spots = way_canvas_list_selection (canvas);
  self->many = spots->len > 1;
  /* Which they are, others look up. */
  if ((self->many || before) && is_same (&self->selection, way_canvas_get_spot (canvas)))
    g_signal_emit (self, signals[SELECTED], 0);
  else
    take_selection (self, way_canvas_get_spot (canvas));
}

static void
changed_cb (WayRecords    *records,
            WayChanges    *changes,
            WayMapContext *self)
{
  gboolean gone = FALSE, walk_gone = FALSE;

  for (guint i = 0; i < way_changes_get_length (changes); i++)
    {
      const WayChange *change = way_changes_get (changes, i);

      gone |= change->type == WAY_CHANGE_REMOVED && (g_str_equal (change->id, self->selection.id) ||
                                                     g_str_equal (change->id, self->selection.lane) ||
                                                     g_str_equal (change->id, self->selection.stage));
      walk_gone |= change->type == WAY_CHANGE_REMOVED && self->walk != NULL && g_str_equal (change->id, self->walk);
    }
  if (walk_gone)
    way_map_context_walk (self, NULL, NULL);
  if (gone)
    take_selection (self, &(WaySpot) { 0 });
  g_signal_emit (self, signals[CHANGED], 0, changes);
}

static void
drop_workspace (WayMapContext *self)
{
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->lens);
  g_clear_object (&self->workspace);
}

static void
way_map_context_dispose (GObject *object)
{
  drop_workspace (WAY_MAP_CONTEXT (object));

  G_OBJECT_CLASS (way_map_context_parent_class)->dispose (object);
}

static void
way_map_context_finalize (GObject *object)
{
  WayMapContext *self = WAY_MAP_CONTEXT (object);

  g_free (self->map_id);
  g_ptr_array_unref (self->scenarios);
  g_free (self->walk);
  g_free (self->walk_after);

  G_OBJECT_CLASS (way_map_context_parent_class)->finalize (object);
}

static void
way_map_context_class_init (WayMapContextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_map_context_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_map_context_finalize;

  signals[RESET] = g_signal_new ("reset", WAY_TYPE_MAP_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", WAY_TYPE_MAP_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, WAY_TYPE_CHANGES);
  signals[SELECTED] = g_signal_new ("selected", WAY_TYPE_MAP_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SCENARIOS] = g_signal_new ("scenarios", WAY_TYPE_MAP_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
way_map_context_init (WayMapContext *self)
{
  self->scenarios = g_ptr_array_new_null_terminated (4, g_free, TRUE);
}

/**
 * way_map_context_new:
 * @owner: a widget that outlives the context, near which messages appear
 * @canvas: (nullable): where the map is shown, as long as @owner is
 *
 * Returns: (transfer full): a context of nothing yet
 */
WayMapContext *
way_map_context_new (GtkWidget *owner,
                     WayCanvas *canvas)
{
  WayMapContext *self = g_object_new (WAY_TYPE_MAP_CONTEXT, NULL);

  self->owner = owner;
  self->canvas = canvas;
  if (canvas != NULL)
    g_signal_connect_object (canvas, "notify::selected", G_CALLBACK (canvas_selected_cb), self, G_CONNECT_DEFAULT);
  return self;
}

/**
 * way_map_context_set_workspace:
 * @self: a context
 * @workspace: (nullable): where records are read from and edits go
 * @lens: (nullable): the desk's lens on it
 *
 * Shows no map of it yet.
 */
void
way_map_context_set_workspace (WayMapContext *self,
                               WayWorkspace  *workspace,
                               WayLens       *lens)
{
  drop_workspace (self);
  if (workspace != NULL)
    {
      self->workspace = g_object_ref (workspace);
      self->lens = g_object_ref (lens);
      g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
    }
  way_map_context_set_map (self, NULL);
}

/**
 * way_map_context_set_map:
 * @self: a context
 * @map_id: (nullable): the map that is shown now
 */
void
way_map_context_set_map (WayMapContext *self,
                         const char    *map_id)
{
  if (g_strcmp0 (self->map_id, map_id) != 0)
    {
      way_map_context_walk (self, NULL, NULL);
      g_ptr_array_set_size (self->scenarios, 0);
    }
  g_set_str (&self->map_id, map_id);
  self->selection = (WaySpot) { 0 };
  g_signal_emit (self, signals[RESET], 0);
}

/**
 * way_map_context_get_workspace:
 * @self: a context
 *
 * Returns: (nullable): the workspace
 */
WayWorkspace *
way_map_context_get_workspace (WayMapContext *self)
{
  return self->workspace;
}

/**
 * way_map_context_get_lens:
 * @self: a context
 *
 * Returns: (nullable): the workspace as its holder sees it
 */
WayLens *
way_map_context_get_lens (WayMapContext *self)
{
  return self->lens;
}

/**
 * way_map_context_get_canvas:
 * @self: a context
 *
 * Returns: (nullable): where the map is shown
 */
WayCanvas *
way_map_context_get_canvas (WayMapContext *self)
{
  return self->canvas;
}

/**
 * way_map_context_get_map:
 * @self: a context
 *
 * Returns: (nullable): the id of the map that is shown
 */
const char *
way_map_context_get_map (WayMapContext *self)
{
  return self->map_id;
}

/**
 * way_map_context_get_selection:
 * @self: a context
 *
 * Returns: what is selected
 */
const WaySpot *
way_map_context_get_selection (WayMapContext *self)
{
  return &self->selection;
}

/**
 * way_map_context_list_selection:
 * @self: a context
 *
 * Returns: (transfer full) (element-type WaySpot): all that is selected and has a record, in reading order; several things only where they were
 *   selected on the map
 */
GArray *
way_map_context_list_selection (WayMapContext *self)
{
  g_autoptr (GArray) spots = NULL;

  if (self->canvas != NULL && way_canvas_get_scene (self->canvas) != NULL && is_same (&self->selection, way_canvas_get_spot (self->canvas)))
    return way_canvas_list_selection (self->canvas);
  spots = g_array_new (FALSE, FALSE, sizeof (WaySpot));
  if (self->selection.kind != WAY_KIND_NONE)
    g_array_append_val (spots, self->selection);
  return g_steal_pointer (&spots);
}

/* What the canvas can show as selected, it does; the rest is selected in the panes alone. */
static void
select_on_canvas (WayMapContext *self)
{
  if (self->canvas == NULL || way_canvas_get_scene (self->canvas) == NULL)
    return;
  self->selecting = TRUE;
  if (way_spot_is_cell (&self->selection))
    way_canvas_select_cell (self->canvas, self->selection.lane, self->selection.stage);
  else if (!way_canvas_select_id (self->canvas, *self->selection.id != '\0' ? self->selection.id : NULL))
    way_canvas_select_id (self->canvas, NULL);
  self->selecting = FALSE;
}

/**
 * way_map_context_select:
 * @self: a context
 * @kind: the kind of a record, or NONE for nothing but the map
 * @id: (nullable): the record
 */
void
way_map_context_select (WayMapContext *self,
                        WayKind        kind,
                        const char    *id)
{
  WaySpot selection = { kind };

  if (id != NULL)
    g_strlcpy (selection.id, id, sizeof selection.id);
  if (is_same (&self->selection, &selection))
    return;
  take_selection (self, &selection);
  select_on_canvas (self);
}

/**
 * way_map_context_select_cell:
 * @self: a context
 * @lane: a lane of the map
 * @stage: one of its stages
 */
void
way_map_context_select_cell (WayMapContext *self,
                             const char    *lane,
                             const char    *stage)
{
  WaySpot selection = { WAY_KIND_NONE };

  g_strlcpy (selection.lane, lane, sizeof selection.lane);
  g_strlcpy (selection.stage, stage, sizeof selection.stage);
  if (is_same (&self->selection, &selection))
    return;
  take_selection (self, &selection);
  select_on_canvas (self);
}

/**
 * way_map_context_read:
 * @self: a context
 * @kind: a kind of record
 * @id: (nullable): the id of one
 *
 * Returns: (transfer full) (nullable): the record as the desk sees it, or %NULL where it is not there
 */
WayRecord *
way_map_context_read (WayMapContext *self,
                      WayKind        kind,
                      const char    *id)
{
  WayRecord *record = NULL;

  if (self->lens != NULL && id != NULL)
    way_lens_read (self->lens, kind, id, &record, NULL);
  return record;
}

/**
 * way_map_context_list:
 * @self: a context
 * @kind: a kind of record
 * @within: (nullable): the record that holds them
 *
 * Returns: (transfer full) (element-type WayRecord): the records in order; none where they cannot be read, which is said
 */
GPtrArray *
way_map_context_list (WayMapContext *self,
                      WayKind        kind,
                      const char    *within)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *list = self->lens != NULL ? way_lens_list (self->lens, kind, within, &error) : NULL;

  if (error != NULL)
    way_toast_say (self->owner, error->message);
  return list != NULL ? list : g_ptr_array_new ();
}

/**
 * way_map_context_is_kind:
 * @self: a context
 * @kind: a kind of map as the format names it, such as "pathway"
 *
 * Returns: whether such a map is shown
 */
gboolean
way_map_context_is_kind (WayMapContext *self,
                         const char    *kind)
{
  g_autoptr (WayRecord) map = way_map_context_read (self, WAY_KIND_MAP, self->map_id);

  return map != NULL && g_strcmp0 (way_record_get_text (map, WAY_MAP_KIND), kind) == 0;
}

/**
 * way_map_context_apply:
 * @self: a context
 * @edit: what is wanted
 *
 * What is selected stays so, as long as it is there: whoever writes in a pane may have gone on to something else already.
 *
 * Returns: whether it was done; where not, why is said
 */
gboolean
way_map_context_apply (WayMapContext *self,
                       WayEdit       *edit)
{
  g_autoptr (GError) error = NULL;
  gboolean selecting = self->selecting, something = self->selection.kind != WAY_KIND_NONE, done;

  if (self->workspace == NULL)
    return FALSE;
  self->selecting = TRUE;
  done = way_workspace_apply (self->workspace, edit, &error);
  self->selecting = selecting;
  if (!done)
    way_toast_say (self->owner, error->message);
  else if (something && self->selection.kind == WAY_KIND_NONE && self->canvas != NULL)
    take_selection (self, way_canvas_get_spot (self->canvas));
  else
    select_on_canvas (self);
  return done;
}

/* Which scenarios are over the map, or which is walked, is another. */
void
way_map_context_scenarios_changed (WayMapContext *self)
{
  g_signal_emit (self, signals[SCENARIOS], 0);
}
