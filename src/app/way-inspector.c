/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pane of what is selected: its fields, and what hangs on it. */
#include "app/way-inspector.h"

#include "app/way-form.h"
#include "app/way-inspector-many.h"
#include "app/way-inspector-sections.h"
#include "app/way-map-edits.h"
#include "app/way-words.h"
#include "base/way-i18n.h"
#include "model/way-schema.h"

struct _WayInspector
{
  WayPane parent_instance;

  GtkWidget *scrolled, *box, *heading;
  GtkWidget *sections;        /* nullable, borrowed: what hangs on it */
  WayForm *form;              /* nullable, borrowed */
  WayInspectorMany *many;     /* nullable, borrowed: where several things are selected */
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
  self->many = NULL;
  self->sections = NULL;
  while ((child = gtk_widget_get_next_sibling (self->heading)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

static gboolean
takes_evidence (WayKind kind)
{
  return kind == WAY_KIND_CARD || kind == WAY_KIND_STAGE || kind == WAY_KIND_STEP || kind == WAY_KIND_LINK;
}

static void
go_to_pinned_cb (GtkButton    *button,
                 WayInspector *self)
{
  WayMapContext *context = way_pane_get_context (WAY_PANE (self));
  g_autoptr (WayRecord) flag = way_map_context_read (context, WAY_KIND_FLAG, way_form_get_id (self->form));
  const char *on = flag != NULL ? way_record_get_text (flag, WAY_FLAG_ON) : NULL;
  WayKind kind;

  if (on != NULL && way_records_find_kind (WAY_RECORDS (way_map_context_get_workspace (context)), on, &kind, NULL))
    way_map_context_select (context, kind == WAY_KIND_MAP ? WAY_KIND_NONE : kind, kind == WAY_KIND_MAP ? NULL : on);
}

static void
delete_cb (GtkButton    *button,
           WayInspector *self)
{
  g_autofree char *id = g_strdup (way_form_get_id (self->form));

  if (way_pane_finish (WAY_PANE (self)))
    way_map_edits_delete (way_pane_get_context (WAY_PANE (self)), GTK_WIDGET (self), self->kind, id);
}

/* Flags, evidence, readings and links are read anew whenever some of them changed; the form keeps what is being typed. */
static void
show_sections (WayInspector *self)
{
  WayMapContext *context = way_pane_get_context (WAY_PANE (self));
  const char *id = way_form_get_id (self->form);
  GtkWidget *sections = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  if (self->kind == WAY_KIND_STAGE)
    gtk_box_append (GTK_BOX (sections), way_inspector_new_readings (context, id));
  if (self->kind == WAY_KIND_STEP)
    gtk_box_append (GTK_BOX (sections), way_inspector_new_links (context, id));
  if (self->kind == WAY_KIND_LINK)
    gtk_box_append (GTK_BOX (sections), way_inspector_new_ends (context, id));
  if (self->kind != WAY_KIND_FLAG)
    gtk_box_append (GTK_BOX (sections), way_inspector_new_flags (context, id));
  if (takes_evidence (self->kind))
    gtk_box_append (GTK_BOX (sections), way_inspector_new_evidence (context, id));
  gtk_box_insert_child_after (GTK_BOX (self->box), sections, GTK_WIDGET (self->form));
  if (self->sections != NULL)
    gtk_box_remove (GTK_BOX (self->box), self->sections);
  self->sections = sections;
}

/* Several things have no fields in common, but what is done to all of them. Returns: whether several are selected */
static gboolean
show_many (WayInspector *self)
{
  WayMapContext *context = way_pane_get_context (WAY_PANE (self));
  g_autoptr (GArray) spots = way_map_context_list_selection (context);
  g_autofree char *heading = NULL;

  if (spots->len < 2)
    return FALSE;
  heading = way_inspector_dup_count (spots);
  if (self->many == NULL)
    {
      clear (self);
      self->kind = WAY_KIND_NONE;
      self->many = WAY_INSPECTOR_MANY (way_inspector_many_new (context));
      gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->many));
    }
  gtk_widget_set_visible (self->heading, TRUE);
  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  way_inspector_many_show (self->many, spots);
  return TRUE;
}

static void
show_subject (WayInspector *self)
{
  WayMapContext *context = way_pane_get_context (WAY_PANE (self));
  const char *id;
  WayKind kind = get_subject (context, &id);

  if (show_many (self))
    return;
  if (self->form != NULL && self->kind == kind && g_strcmp0 (way_form_get_id (self->form), id) == 0)
    {
      way_form_refresh (self->form);
      show_sections (self);
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
  show_sections (self);
  if (kind == WAY_KIND_FLAG)
    way_inspector_add_button (self->box, _("_Go to What It Is On"), G_CALLBACK (go_to_pinned_cb), self, NULL);
  if (kind != WAY_KIND_MAP)
    way_inspector_add_button (self->box, _("_Delete"), G_CALLBACK (delete_cb), self, "destructive-action");
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

static gboolean
hangs_on_something (WayKind kind)
{
  return kind == WAY_KIND_FLAG || kind == WAY_KIND_EVIDENCE || kind == WAY_KIND_FEELING || kind == WAY_KIND_PERSONA ||
         kind == WAY_KIND_STORY || kind == WAY_KIND_QUOTE || kind == WAY_KIND_LINK || kind == WAY_KIND_STEP;
}

static void
way_inspector_changed (WayPane    *pane,
                       WayChanges *changes)
{
  WayInspector *self = WAY_INSPECTOR (pane);

  /* Not at once either: it may be what was chosen there. */
  if (self->many != NULL)
    way_inspector_selected (pane);
  if (self->form == NULL)
    return;
  way_form_refresh (self->form);
  for (guint i = 0; i < way_changes_get_length (changes); i++)
    if (hangs_on_something (way_changes_get (changes, i)->kind))
      {
        show_sections (self);
        return;
      }
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
