/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map with its header and tools, between the canvas that wants edits and the workspace that makes them. */
#include "app/way-map-view-private.h"

#include "app/way-deleted.h"
#include "app/way-map-clipboard.h"
#include "app/way-toast.h"
#include "base/way-date.h"
#include "base/way-i18n.h"
#include "model/way-schema.h"

#include <math.h>

enum { PROP_COMPARE = 1, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (WayMapView, way_map_view, ADW_TYPE_BIN)

static gboolean
edit_cb (WayCanvas  *canvas,
         WayEdit    *edit,
         WayMapView *self)
{
  g_autoptr (GError) error = NULL;
  gboolean deletes = way_edit_get_length (edit) > 0 && way_edit_get_operation (edit, 0)->put == NULL;

  if (!way_workspace_apply (self->workspace, edit, &error))
    {
      way_toast_say (GTK_WIDGET (self), error->message);
      return FALSE;
    }
  if (deletes)
    {
      g_autofree char *said = way_deleted_dup_words (edit);

      way_toast_offer_undo (GTK_WIDGET (self), said);
    }
  return TRUE;
}

static void
refused_cb (WayCanvas  *canvas,
            const char *reason,
            WayMapView *self)
{
  way_toast_say (GTK_WIDGET (self), reason);
}

static void
zoom_changed_cb (WayCanvas  *canvas,
                 GParamSpec *pspec,
                 WayMapView *self)
{
  /* Translators: the zoom, in percent. */
  g_autofree char *label = g_strdup_printf (_("%d %%"), (int) round (100 * way_canvas_get_zoom (canvas)));

  gtk_button_set_label (self->zoom_button, label);
}

static void
selection_changed_cb (WayCanvas  *canvas,
                      GParamSpec *pspec,
                      WayMapView *self)
{
  gboolean card = way_canvas_get_selected (canvas) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.change-card", card);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.delete-card", card);
}

static void
banner_clicked_cb (AdwBanner  *banner,
                   WayMapView *self)
{
  adw_banner_set_revealed (banner, FALSE);
}

/* A pane over a narrow map comes when it is called, and only a pane beside a map is remembered. */
static void
collapsed_cb (AdwOverlaySplitView *split,
              GParamSpec          *pspec,
              WayMapView          *self)
{
  gboolean collapsed = adw_overlay_split_view_get_collapsed (split);

  adw_overlay_split_view_set_show_sidebar (split, !collapsed && g_settings_get_boolean (self->settings, "pane-shown"));
}

static void
show_sidebar_cb (AdwOverlaySplitView *split,
                 GParamSpec          *pspec,
                 WayMapView          *self)
{
  gboolean shown = adw_overlay_split_view_get_show_sidebar (split);

  if (!shown)
    way_panes_finish (self->panes);
  if (self->settings != NULL && !adw_overlay_split_view_get_collapsed (split))
    g_settings_set_boolean (self->settings, "pane-shown", shown);
}

static void
show_nothing (WayMapView *self,
              const char *title,
              const char *description)
{
  g_autofree char *escaped = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  way_canvas_set_scene (self->canvas, NULL);
  adw_status_page_set_title (self->nothing, title);
  adw_status_page_set_description (self->nothing, escaped);
  gtk_stack_set_visible_child_name (self->pages, "nothing");
}

static void
update_title (WayMapView *self)
{
  WayScene *scene = way_canvas_get_scene (self->canvas);
  const char *title = scene != NULL ? way_scene_get_title (scene) : NULL;
  g_autofree char *label = NULL;

  adw_window_title_set_title (self->title, title != NULL ? title : _("Waymark"));
  if (title == NULL)
    return;
  /* Translators: the title of a map. */
  label = g_strdup_printf (_("Map: %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
changed_cb (WayRecords *records,
            WayChanges *changes,
            WayMapView *self)
{
  g_autoptr (GError) error = NULL;

  self->edited = TRUE;
  if (way_canvas_update (self->canvas, changes, &error))
    {
      update_title (self);
      way_curves_button_show_scene (self->curves, way_canvas_get_scene (self->canvas));
    }
  else
    show_nothing (self, _("This Map Cannot Be Shown"), error->message);
}

static void
labels_changed_cb (WayWorkspace *workspace,
                   GParamSpec   *pspec,
                   WayMapView   *self)
{
  way_map_view_name_undo (self);
}

static void
end_walk_cb (AdwBanner  *banner,
             WayMapView *self)
{
  way_map_context_walk (self->context, NULL, NULL);
}

/* Walking goes on on the map, which a pane may be over. */
static void
scenarios_cb (WayMapContext *context,
              WayMapView    *self)
{
  if (way_map_context_get_walk (context, NULL) == NULL)
    return;
  if (adw_overlay_split_view_get_collapsed (self->split))
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
set_compare (WayMapView *self,
             gboolean    compare)
{
  g_autofree char *selected = g_strdup (way_canvas_get_selected (self->canvas));

  if (compare == self->compare || !way_map_view_finish_typing (self))
    return;
  self->compare = compare;
  way_map_view_show_map (self, self->map_id);
  if (selected != NULL)
    way_canvas_select_id (self->canvas, selected);
}

static void
way_map_view_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (id == PROP_COMPARE)
    g_value_set_boolean (value, WAY_MAP_VIEW (object)->compare);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
way_map_view_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  if (id == PROP_COMPARE)
    set_compare (WAY_MAP_VIEW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/* Another reading was chosen, or whose feelings are picked out. */
static void
reading_changed_cb (GtkWidget  *button,
                    WayMapView *self)
{
  g_autofree char *selected = g_strdup (way_canvas_get_selected (self->canvas));

  if (!way_map_view_finish_typing (self))
    return;
  way_map_view_show_map (self, self->map_id);
  way_canvas_select_id (self->canvas, selected);
}

static void
way_map_view_dispose (GObject *object)
{
  WayMapView *self = WAY_MAP_VIEW (object);

  way_map_view_set_workspace (self, NULL);
  g_clear_object (&self->walker);
  g_clear_object (&self->context);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), WAY_TYPE_MAP_VIEW);

  G_OBJECT_CLASS (way_map_view_parent_class)->dispose (object);
}

static void
way_map_view_finalize (GObject *object)
{
  WayMapView *self = WAY_MAP_VIEW (object);

  way_fonts_unref (self->fonts);
  g_free (self->map_id);

  G_OBJECT_CLASS (way_map_view_parent_class)->finalize (object);
}

static void
way_map_view_class_init (WayMapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_map_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_map_view_finalize;
  G_OBJECT_CLASS (klass)->get_property = way_map_view_get_property;
  G_OBJECT_CLASS (klass)->set_property = way_map_view_set_property;
  properties[PROP_COMPARE] = g_param_spec_boolean ("compare", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);

  g_type_ensure (WAY_TYPE_CANVAS);
  g_type_ensure (WAY_TYPE_CURVES_BUTTON);
  g_type_ensure (WAY_TYPE_FIND_BAR);
  g_type_ensure (WAY_TYPE_PANES);
  g_type_ensure (WAY_TYPE_READING_BUTTON);
  g_type_ensure (WAY_TYPE_ROOM_CONTROLS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/waymark/Waymark/way-map-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WayMapView, split);
  gtk_widget_class_bind_template_child (widget_class, WayMapView, panes);
  gtk_widget_class_bind_template_child (widget_class, WayMapView, title);
  gtk_widget_class_bind_template_child (widget_class, WayMapView, banner);
  gtk_widget_class_bind_template_child (widget_class, WayMapView, walk_banner);
  gtk_widget_class_bind_template_child (widget_class, WayMapView, pages);
  gtk_widget_class_bind_template_child (widget_class, WayMapView, nothing);
  gtk_widget_class_bind_template_child (widget_class, WayMapView, canvas);
  gtk_widget_class_bind_template_child (widget_class, WayMapView, room);
  gtk_widget_class_bind_template_child (widget_class, WayMapView, find_bar);
  gtk_widget_class_bind_template_child (widget_class, WayMapView, reading);
  gtk_widget_class_bind_template_child (widget_class, WayMapView, curves);
  gtk_widget_class_bind_template_child (widget_class, WayMapView, add_button);
  gtk_widget_class_bind_template_child (widget_class, WayMapView, more_button);
  gtk_widget_class_bind_template_child (widget_class, WayMapView, add_menu);
  gtk_widget_class_bind_template_child (widget_class, WayMapView, pathway_menu);
  gtk_widget_class_bind_template_child (widget_class, WayMapView, undo_button);
  gtk_widget_class_bind_template_child (widget_class, WayMapView, redo_button);
  gtk_widget_class_bind_template_child (widget_class, WayMapView, zoom_button);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, banner_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_walk_cb);
  gtk_widget_class_bind_template_callback (widget_class, collapsed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_sidebar_cb);
  gtk_widget_class_bind_template_callback (widget_class, reading_changed_cb);
  way_map_view_install_actions (widget_class);
}

static void
way_map_view_init (WayMapView *self)
{
  self->settings = g_settings_new (WAY_APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->context = way_map_context_new (GTK_WIDGET (self), self->canvas);
  way_panes_set_context (self->panes, self->context);
  way_map_clipboard_attach (self->context);
  self->walker = way_walker_new (self->context, self->walk_banner);
  g_signal_connect_object (self->context, "scenarios", G_CALLBACK (scenarios_cb), self, G_CONNECT_DEFAULT);
  collapsed_cb (self->split, NULL, self);
  self->fonts = way_fonts_new (NULL);
  way_room_controls_set_canvas (self->room, self->canvas);
  g_object_bind_property (adw_style_manager_get_default (), "dark", self->canvas, "dark", G_BINDING_SYNC_CREATE);
  g_settings_bind (self->settings, "check-spelling", self->canvas, "check-spelling", G_SETTINGS_BIND_DEFAULT);
  zoom_changed_cb (self->canvas, NULL, self);
  selection_changed_cb (self->canvas, NULL, self);
}

/**
 * way_map_view_set_workspace:
 * @self: a map view
 * @workspace: (nullable): where maps are from and edits go
 */
void
way_map_view_set_workspace (WayMapView   *self,
                            WayWorkspace *workspace)
{
  g_autofree char *today = way_date_dup_today ();

  if (self->workspace != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->workspace, self);
      if (self->canvas != NULL)
        way_canvas_set_scene (self->canvas, NULL);
      way_map_context_set_workspace (self->context, NULL, NULL);
      if (self->room != NULL)
        way_room_controls_set_workspace (self->room, NULL);
      g_clear_object (&self->lens);
      g_clear_object (&self->workspace);
    }
  if (workspace == NULL)
    return;
  self->workspace = g_object_ref (workspace);
  way_room_controls_set_workspace (self->room, workspace);
  self->lens = way_lens_new (WAY_RECORDS (workspace), WAY_AUDIENCE_DESK, today);
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  way_map_context_set_workspace (self->context, workspace, self->lens);
  g_signal_connect (workspace, "notify::undo-label", G_CALLBACK (labels_changed_cb), self);
  g_signal_connect (workspace, "notify::redo-label", G_CALLBACK (labels_changed_cb), self);
  labels_changed_cb (workspace, NULL, self);
}

/**
 * way_map_view_show_map:
 * @self: a map view
 * @map_id: (nullable): a map of the workspace, or %NULL where it has none
 */
void
way_map_view_show_map (WayMapView *self,
                       const char *map_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayScene) scene = NULL;
  g_autoptr (WayRecord) map = NULL;
  g_autofree char *personas = way_curves_recall (map_id), *places = NULL;
  WaySceneOptions options = { .personas = personas };

  way_map_view_keep_places (self);
  self->edited = FALSE;
  if (g_strcmp0 (self->map_id, map_id) != 0)
    self->compare = FALSE;
  else
    options.scenarios = way_map_context_get_scenarios (self->context);
  g_set_str (&self->map_id, map_id);
  map = way_map_context_read (self->context, WAY_KIND_MAP, map_id);
  options.reading = way_reading_button_show_map (self->reading, map_id, map != NULL ? way_record_get_text (map, WAY_MAP_KIND) : NULL);
  if (self->compare && map != NULL)
    options.compare_with = way_record_get_text (map, WAY_MAP_BASED_ON);
  if (map_id != NULL)
    options.places = places = way_lens_dup_places (self->lens, map_id);
  if (map_id == NULL)
    show_nothing (self, _("No Maps Yet"), _("This workspace holds no maps."));
  else if ((scene = way_scene_new (self->lens, map_id, &options, self->fonts, &error)) == NULL)
    show_nothing (self, _("This Map Cannot Be Shown"), error->message);
  else
    {
      way_canvas_set_scene (self->canvas, scene);
      way_map_view_name_tools (self, g_str_equal (way_scene_get_kind (scene), "pathway"));
      gtk_stack_set_visible_child_name (self->pages, "map");
    }
  way_curves_button_show_scene (self->curves, scene);
  way_map_context_set_map (self->context, scene != NULL ? map_id : NULL);
  update_title (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPARE]);
}

/**
 * way_map_view_get_map:
 * @self: a map view
 *
 * Returns: (nullable): the id of the map that is shown
 */
const char *
way_map_view_get_map (WayMapView *self)
{
  return self->map_id;
}

WayCanvas *
way_map_view_get_canvas (WayMapView *self)
{
  return self->canvas;
}

/**
 * way_map_view_finish_typing:
 * @self: a map view
 *
 * Returns: whether what was being typed is in the workspace
 */
gboolean
way_map_view_finish_typing (WayMapView *self)
{
  return way_panes_finish (self->panes) && way_canvas_finish_typing (self->canvas);
}

/**
 * way_map_view_focus_pane:
 * @self: a map view
 *
 * Shows the side pane and moves the focus into it.
 */
void
way_map_view_focus_pane (WayMapView *self)
{
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
  way_panes_focus (self->panes);
}

/**
 * way_map_view_get_shown_pane:
 * @self: a map view
 *
 * Returns: (nullable): the side pane, where it is shown
 */
GtkWidget *
way_map_view_get_shown_pane (WayMapView *self)
{
  return adw_overlay_split_view_get_show_sidebar (self->split) ? GTK_WIDGET (self->panes) : NULL;
}

/**
 * way_map_view_get_context:
 * @self: a map view
 *
 * Returns: what is shown and selected there
 */
WayMapContext *
way_map_view_get_context (WayMapView *self)
{
  return self->context;
}

void
way_map_view_set_subtitle (WayMapView *self,
                           const char *subtitle)
{
  adw_window_title_set_subtitle (self->title, subtitle);
}

/**
 * way_map_view_tell:
 * @self: a map view
 * @message: something that stays above the map until it is answered
 */
void
way_map_view_tell (WayMapView *self,
                   const char *message)
{
  adw_banner_set_title (self->banner, message);
  adw_banner_set_revealed (self->banner, TRUE);
}
