/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panes beside a map, and the switch between them. */
#include "app/way-panes.h"

#include "app/way-findings-pane.h"
#include "app/way-flags-pane.h"
#include "app/way-inspector.h"
#include "app/way-outline-pane.h"
#include "app/way-personas-pane.h"
#include "app/way-scenarios-pane.h"
#include "base/way-i18n.h"

struct _WayPanes
{
  AdwBin parent_instance;

  WayMapContext *context;
  AdwViewStack *stack;
};

G_DEFINE_FINAL_TYPE (WayPanes, way_panes, ADW_TYPE_BIN)

typedef struct
{
  const char *name, *icon_name, *title;
  GType (*get_type) (void);
} WayPaneInfo;

/* A line for each pane, in the order in which they are offered. */
static const WayPaneInfo panes[] = {
  { "inspector", "document-edit-symbolic", NC_("pane", "Details"), way_inspector_get_type },
  { "outline", "view-list-bullet-symbolic", NC_("pane", "Outline"), way_outline_pane_get_type },
  { "flags", "emoji-flags-symbolic", NC_("pane", "Flags"), way_flags_pane_get_type },
  { "findings", "dialog-information-symbolic", NC_("pane", "What the Map Says"), way_findings_pane_get_type },
  { "scenarios", "media-playlist-consecutive-symbolic", NC_("pane", "Scenarios"), way_scenarios_pane_get_type },
  { "personas", "system-users-symbolic", NC_("pane", "Personas"), way_personas_pane_get_type },
};

static AdwBin *
get_visible_bin (WayPanes *self)
{
  return ADW_BIN (adw_view_stack_get_visible_child (self->stack));
}

/* Makes the pane that is looked at, if nobody looked at it before. */
static void
make_visible_pane (WayPanes *self)
{
  AdwBin *bin = get_visible_bin (self);
  const char *name = adw_view_stack_get_visible_child_name (self->stack);

  if (self->context == NULL || bin == NULL || adw_bin_get_child (bin) != NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    if (g_str_equal (panes[i].name, name))
      adw_bin_set_child (bin, GTK_WIDGET (way_pane_new (panes[i].get_type (), self->context)));
}

static void
visible_child_changed_cb (AdwViewStack *stack,
                          GParamSpec   *pspec,
                          WayPanes     *self)
{
  way_panes_finish (self);
  make_visible_pane (self);
}

static void
way_panes_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (way_panes_parent_class)->map (widget);
  make_visible_pane (WAY_PANES (widget));
}

static void
way_panes_dispose (GObject *object)
{
  WayPanes *self = WAY_PANES (object);

  if (self->stack != NULL)
    g_signal_handlers_disconnect_by_data (self->stack, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), WAY_TYPE_PANES);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (way_panes_parent_class)->dispose (object);
}

static void
way_panes_class_init (WayPanesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_panes_dispose;
  widget_class->map = way_panes_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/waymark/Waymark/way-panes.ui");
  gtk_widget_class_bind_template_child (widget_class, WayPanes, stack);
  gtk_widget_class_bind_template_callback (widget_class, visible_child_changed_cb);
}

static void
way_panes_init (WayPanes *self)
{
  g_autoptr (GSettings) settings = g_settings_new (WAY_APPLICATION_ID);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    adw_view_stack_add_titled_with_icon (self->stack, adw_bin_new (), panes[i].name, g_dpgettext2 (NULL, "pane", panes[i].title),
                                         panes[i].icon_name);
  g_settings_bind (settings, "pane", self->stack, "visible-child-name", G_SETTINGS_BIND_DEFAULT);
}

/**
 * way_panes_set_context:
 * @self: the panes
 * @context: what they work with, from now on
 */
void
way_panes_set_context (WayPanes      *self,
                       WayMapContext *context)
{
  g_set_object (&self->context, context);
}

/**
 * way_panes_show:
 * @self: the panes
 * @name: one of them
 */
void
way_panes_show (WayPanes   *self,
                const char *name)
{
  adw_view_stack_set_visible_child_name (self->stack, name);
}

/**
 * way_panes_finish:
 * @self: the panes
 *
 * Returns: whether what was being typed in one of them is in the workspace
 */
gboolean
way_panes_finish (WayPanes *self)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->stack);
  gboolean done = TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      GtkWidget *pane = adw_bin_get_child (ADW_BIN (adw_view_stack_page_get_child (page)));

      done &= pane == NULL || way_pane_finish (WAY_PANE (pane));
    }
  return done;
}

/**
 * way_panes_focus:
 * @self: the panes
 *
 * Moves the focus into the pane that is in sight.
 */
void
way_panes_focus (WayPanes *self)
{
  GtkWidget *pane = GTK_WIDGET (get_visible_bin (self));

  if (pane == NULL || !gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
