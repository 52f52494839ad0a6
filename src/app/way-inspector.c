/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pane of what is selected: its fields, and what hangs on it. */
#include "app/way-inspector.h"

#include "app/way-form.h"
#include "app/way-words.h"
#include "base/way-i18n.h"

struct _WayInspector
{
  WayPane parent_instance;

  GtkWidget *scrolled, *box, *heading;
  WayForm *form;              /* nullable, borrowed */
  WayKind kind;               /* of what is shown */
  guint change;               /* the idle call that shows something else */
};

G_DEFINE_FINAL_TYPE (WayInspector, way_inspector, WAY_TYPE_PANE)

/* What is told of: the selection, or the map. */
static WayKind
get_subject (WayMapContext  *context,
             const char    **id)
{
  const WaySpot *selection = way_map_context_get_selection (context);

  *id = selection->kind != WAY_KIND_NONE ? selection->id : way_map_context_get_map (context);
  return selection->kind != WAY_KIND_NONE ? selection->kind : WAY_KIND_MAP;
}

static void
clear (WayInspector *self)
{
  GtkWidget *child;

  self->form = NULL;
  while ((child = gtk_widget_get_next_sibling (self->heading)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

static void
show_subject (WayInspector *self)
{
  WayMapContext *context = way_pane_get_context (WAY_PANE (self));
  const char *id;
  WayKind kind = get_subject (context, &id);

  if (self->form != NULL && self->kind == kind && g_strcmp0 (way_form_get_id (self->form), id) == 0)
    {
      way_form_refresh (self->form);
      return;
    }
  clear (self);
  self->kind = kind;
  gtk_widget_set_visible (self->heading, id != NULL);
  if (id == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (self->heading), way_words_of_kind (kind));
  self->form = WAY_FORM (way_form_new (context, kind, id));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->form));
}

static void
way_inspector_refresh (WayPane *pane)
{
  way_pane_finish (pane);
  show_subject (WAY_INSPECTOR (pane));
}

static gboolean
change_cb (gpointer data)
{
  WayInspector *self = data;

  self->change = 0;
  way_inspector_refresh (WAY_PANE (self));
  return G_SOURCE_REMOVE;
}

/* Not at once: it may be a row of this very form that led elsewhere. */
static void
way_inspector_selected (WayPane *pane)
{
  WayInspector *self = WAY_INSPECTOR (pane);

  if (self->change == 0)
    self->change = g_idle_add_full (G_PRIORITY_HIGH_IDLE, change_cb, self, NULL);
}

static void
way_inspector_changed (WayPane    *pane,
                       WayChanges *changes)
{
  WayInspector *self = WAY_INSPECTOR (pane);

  if (self->form != NULL)
    way_form_refresh (self->form);
}

static gboolean
way_inspector_finish (WayPane *pane)
{
  WayInspector *self = WAY_INSPECTOR (pane);

  return self->form == NULL || way_form_finish (self->form);
}

static void
way_inspector_dispose (GObject *object)
{
  g_clear_handle_id (&WAY_INSPECTOR (object)->change, g_source_remove);

  G_OBJECT_CLASS (way_inspector_parent_class)->dispose (object);
}

static void
way_inspector_class_init (WayInspectorClass *klass)
{
  WayPaneClass *pane_class = WAY_PANE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_inspector_dispose;

  pane_class->refresh = way_inspector_refresh;
  pane_class->changed = way_inspector_changed;
  pane_class->selected = way_inspector_selected;
  pane_class->finish = way_inspector_finish;
}

static void
way_inspector_init (WayInspector *self)
{
  self->scrolled = gtk_scrolled_window_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_label_set_wrap (GTK_LABEL (self->heading), TRUE);
  gtk_widget_add_css_class (self->heading, "title-4");
  gtk_widget_add_css_class (self->box, "pane");
  gtk_box_append (GTK_BOX (self->box), self->heading);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->box);
  adw_bin_set_child (ADW_BIN (self), self->scrolled);
}
