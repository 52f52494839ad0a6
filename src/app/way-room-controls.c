/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a facilitator has at hand for the room: showing it, walking it, its looks and its countdown. */
#include "app/way-room-controls.h"

#include "base/way-i18n.h"

struct _WayRoomControls
{
  AdwBin parent_instance;

  WayRoomPresenter *presenter; /* nullable before there is a canvas */
  GSettings *settings;

  GtkWidget *start, *start_here, *end, *running;
  GtkSpinButton *minutes;
  GtkLabel *digits;
};

G_DEFINE_FINAL_TYPE (WayRoomControls, way_room_controls, ADW_TYPE_BIN)

static void
presenting_changed_cb (WayRoomPresenter *presenter,
                       GParamSpec       *pspec,
                       WayRoomControls  *self)
{
  gboolean presenting = way_room_presenter_get_presenting (presenter);
  GtkWidget *button = adw_bin_get_child (ADW_BIN (self));

  gtk_widget_set_visible (self->start, !presenting);
  gtk_widget_set_visible (self->start_here, !presenting);
  gtk_widget_set_visible (self->end, presenting);
  if (presenting)
    {
      gtk_widget_add_css_class (button, "accent");
      /* What stayed open over the desk would have the keys, and with them the clicker. */
      gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
    }
  else
    gtk_widget_remove_css_class (button, "accent");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  presenting ? _("Room, On") : _("Room"), -1);
}

static void
countdown_changed_cb (WayCountdown    *countdown,
                      GParamSpec      *pspec,
                      WayRoomControls *self)
{
  g_autofree char *digits = way_countdown_dup_digits (countdown);

  gtk_label_set_text (self->digits, digits);
  gtk_button_set_label (GTK_BUTTON (self->running), way_countdown_get_running (countdown) ? _("_Pause") : _("_Start"));
}

static void
way_room_controls_root (GtkWidget *widget)
{
  WayRoomControls *self = WAY_ROOM_CONTROLS (widget);

  GTK_WIDGET_CLASS (way_room_controls_parent_class)->root (widget);
  if (self->presenter != NULL)
    gtk_widget_insert_action_group (GTK_WIDGET (gtk_widget_get_root (widget)), "room", way_room_presenter_get_actions (self->presenter));
}

static void
way_room_controls_unroot (GtkWidget *widget)
{
  gtk_widget_insert_action_group (GTK_WIDGET (gtk_widget_get_root (widget)), "room", NULL);
  GTK_WIDGET_CLASS (way_room_controls_parent_class)->unroot (widget);
}

static void
way_room_controls_dispose (GObject *object)
{
  WayRoomControls *self = WAY_ROOM_CONTROLS (object);

  if (self->presenter != NULL)
    way_room_presenter_set_workspace (self->presenter, NULL);
  g_clear_object (&self->presenter);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), WAY_TYPE_ROOM_CONTROLS);

  G_OBJECT_CLASS (way_room_controls_parent_class)->dispose (object);
}

static void
way_room_controls_class_init (WayRoomControlsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_room_controls_dispose;
  widget_class->root = way_room_controls_root;
  widget_class->unroot = way_room_controls_unroot;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/waymark/Waymark/way-room-controls.ui");
  gtk_widget_class_bind_template_child (widget_class, WayRoomControls, start);
  gtk_widget_class_bind_template_child (widget_class, WayRoomControls, start_here);
  gtk_widget_class_bind_template_child (widget_class, WayRoomControls, end);
  gtk_widget_class_bind_template_child (widget_class, WayRoomControls, running);
  gtk_widget_class_bind_template_child (widget_class, WayRoomControls, minutes);
  gtk_widget_class_bind_template_child (widget_class, WayRoomControls, digits);
}

static void
way_room_controls_init (WayRoomControls *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (WAY_APPLICATION_ID ".room");
  g_settings_bind (self->settings, "minutes", self->minutes, "value", G_SETTINGS_BIND_DEFAULT);
}

/**
 * way_room_controls_set_canvas:
 * @self: controls without a canvas
 * @canvas: the map at the desk
 */
void
way_room_controls_set_canvas (WayRoomControls *self,
                              WayCanvas       *canvas)
{
  WayCountdown *countdown;

  g_return_if_fail (self->presenter == NULL);

  self->presenter = way_room_presenter_new (canvas);
  countdown = way_room_presenter_get_countdown (self->presenter);
  g_signal_connect_object (self->presenter, "notify::presenting", G_CALLBACK (presenting_changed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (countdown, "notify", G_CALLBACK (countdown_changed_cb), self, G_CONNECT_DEFAULT);
  presenting_changed_cb (self->presenter, NULL, self);
  countdown_changed_cb (countdown, NULL, self);
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_widget_insert_action_group (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), "room",
                                    way_room_presenter_get_actions (self->presenter));
}

/**
 * way_room_controls_set_workspace:
 * @self: controls with a canvas
 * @workspace: (nullable): where its maps are from; without one nothing is shown any more
 */
void
way_room_controls_set_workspace (WayRoomControls *self,
                                 WayWorkspace    *workspace)
{
  way_room_presenter_set_workspace (self->presenter, workspace);
}
