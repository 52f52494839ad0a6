/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outline beside a map: what is selected here is selected there, and what can be done there can be done here without seeing it. */
#include "app/way-outline-pane.h"

#include "app/way-map-edits.h"
#include "app/way-outline-add.h"
#include "app/way-outline-edits.h"
#include "app/way-outline-editor.h"
#include "app/way-outline-menu.h"
#include "app/way-outline-row.h"
#include "app/way-outline-tree.h"
#include "base/way-i18n.h"

struct _WayOutlinePane
{
  WayPane parent_instance;

  WayOutlinePlaces *places;   /* nullable, with @tree and @model: once something was shown */
  WayOutlineTree *tree;
  GtkTreeListModel *model;
  GtkSingleSelection *selection;
  gboolean selecting;         /* the selection is being set from the map */
  GtkWidget *scrolled, *list, *add_button;
  WayOutlineEditor *editor;   /* nullable: once something was shown */
  char *map;                  /* nullable: which map is shown */
};

G_DEFINE_FINAL_TYPE (WayOutlinePane, way_outline_pane, WAY_TYPE_PANE)

static WayMapContext *
get_context (WayOutlinePane *self)
{
  return way_pane_get_context (WAY_PANE (self));
}

static GListModel *
list_children_cb (gpointer item,
                  gpointer data)
{
  return way_outline_tree_list_children (data, item);
}

/* Opens all that @node is in. */
static GtkTreeListRow *
reveal (WayOutlinePane *self,
        WayOutlineNode *node)
{
  g_autoptr (GtkTreeListRow) parent = NULL, row = NULL;
  g_autoptr (WayOutlineNode) there = NULL;

  if (node->parent == NULL)
    row = gtk_tree_list_model_get_child_row (self->model, node->index);
  else if ((parent = reveal (self, node->parent)) != NULL)
    {
      gtk_tree_list_row_set_expanded (parent, TRUE);
      row = gtk_tree_list_row_get_child_row (parent, node->index);
    }
  there = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
  return there == node ? g_steal_pointer (&row) : NULL;
}

static WayOutlineNode *
get_selected_node (WayOutlinePane *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (WayOutlineNode) node = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return node;
}

static gboolean
is_frame (WayOutlineNode *node)
{
  return node != NULL && (node->part == WAY_OUTLINE_STAGES || node->kind == WAY_KIND_MAP);
}

static void
show_node (WayOutlinePane *self,
           WayOutlineNode *node)
{
  g_autoptr (GtkTreeListRow) row = node != NULL ? reveal (self, node) : NULL;
  guint position = row != NULL ? gtk_tree_list_row_get_position (row) : GTK_INVALID_LIST_POSITION;

  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->selecting = FALSE;
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  /* Where somebody is in the list, the keyboard goes along. */
  gtk_list_view_scroll_to (GTK_LIST_VIEW (self->list), position,
                           gtk_widget_get_focus_child (self->list) != NULL ? GTK_LIST_SCROLL_FOCUS : GTK_LIST_SCROLL_NONE, NULL);
}

/* With nothing selected on the map, the line of the map itself or of all stages, @before, may be selected here. */
static void
show_selected (WayOutlinePane *self,
               WayOutlineNode *before)
{
  const WaySpot *selection = way_map_context_get_selection (get_context (self));

  if (self->tree == NULL)
    return;
  show_node (self, !way_spot_is_set (selection) && is_frame (before) ? before : way_outline_tree_find (self->tree, selection));
}

/* Nullable: where a line that @node stands under is closed. */
static GtkTreeListRow *
find_row (WayOutlinePane *self,
          WayOutlineNode *node)
{
  g_autoptr (GtkTreeListRow) parent = NULL;

  if (node->parent == NULL)
    return gtk_tree_list_model_get_child_row (self->model, node->index);
  parent = find_row (self, node->parent);
  return parent != NULL && gtk_tree_list_row_get_expanded (parent) ? gtk_tree_list_row_get_child_row (parent, node->index) : NULL;
}

/* What is selected is never in a line that is closed: then that line is. */
static void
select_what_is_closed (WayOutlinePane *self)
{
  const WaySpot *selection = way_map_context_get_selection (get_context (self));
  WayOutlineNode *node = self->tree != NULL ? way_outline_tree_find (self->tree, selection) : NULL;

  for (; node != NULL; node = node->parent)
    {
      g_autoptr (GtkTreeListRow) row = find_row (self, node);

      if (row == NULL)
        continue;
      gtk_single_selection_set_selected (self->selection, gtk_tree_list_row_get_position (row));
      return;
    }
}

static void
selected_cb (GtkSingleSelection *selection,
             GParamSpec         *pspec,
             WayOutlinePane     *self)
{
  WayOutlineNode *node = get_selected_node (self);

  if (self->selecting)
    return;
  if (node == NULL)
    {
      select_what_is_closed (self);
      return;
    }
  if (node->part == WAY_OUTLINE_CELL)
    way_map_context_select_cell (get_context (self), node->lane, node->stage);
  else if (is_frame (node))
    way_map_context_select (get_context (self), WAY_KIND_NONE, NULL);
  else
    way_map_context_select (get_context (self), node->kind, node->id);
}

static void
closed_cb (WayOutlineEditor *editor,
           WayOutlinePane   *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (GTK_LIST_VIEW (self->list), position, GTK_LIST_SCROLL_FOCUS, NULL);
  else
    gtk_widget_grab_focus (self->list);
}

/* What changed is put right; lines that are open stay so. */
static void
settle (WayOutlinePane *self)
{
  WayOutlineNode *before = get_selected_node (self);

  self->selecting = TRUE;
  way_outline_tree_settle (self->tree);
  self->selecting = FALSE;
  show_selected (self, before);
}

static void
show_map (WayOutlinePane *self)
{
  way_outline_editor_close (self->editor);
  g_clear_object (&self->places);
  self->places = way_outline_places_new (get_context (self));
  way_outline_places_read (self->places);
  g_clear_object (&self->tree);
  self->tree = way_outline_tree_new (self->places);
  g_clear_object (&self->model);
  self->model = gtk_tree_list_model_new (g_object_ref (way_outline_tree_get_root (self->tree)), FALSE, FALSE, list_children_cb,
                                         g_object_ref (self->tree), g_object_unref);
  self->selecting = TRUE;
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));
  self->selecting = FALSE;
  way_outline_add_fill (GTK_MENU_BUTTON (self->add_button), way_outline_places_is_pathway (self->places));
  show_selected (self, NULL);
}

/* Also when it comes in sight again, after what it slept through. */
static void
way_outline_pane_refresh (WayPane *pane)
{
  WayOutlinePane *self = WAY_OUTLINE_PANE (pane);

  if (self->editor == NULL)
    {
      self->editor = WAY_OUTLINE_EDITOR (way_outline_editor_new (get_context (self)));
      g_signal_connect (self->editor, "closed", G_CALLBACK (closed_cb), self);
      gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (self->scrolled)), GTK_WIDGET (self->editor), self->scrolled);
    }
  if (!g_set_str (&self->map, way_map_context_get_map (get_context (self))) && self->tree != NULL)
    {
      way_outline_places_read (self->places);
      settle (self);
    }
  else
    show_map (self);
}

static void
way_outline_pane_changed (WayPane    *pane,
                          WayChanges *changes)
{
  WayOutlinePane *self = WAY_OUTLINE_PANE (pane);

  if (self->tree != NULL && way_outline_places_update (self->places, changes))
    settle (self);
}

static void
way_outline_pane_selected (WayPane *pane)
{
  WayOutlinePane *self = WAY_OUTLINE_PANE (pane);

  show_selected (self, get_selected_node (self));
}

static gboolean
way_outline_pane_finish (WayPane *pane)
{
  WayOutlinePane *self = WAY_OUTLINE_PANE (pane);

  return self->editor == NULL || way_outline_editor_finish (self->editor);
}

static void
add (GtkWidget  *widget,
     const char *name,
     GVariant   *target)
{
  WayOutlinePane *self = WAY_OUTLINE_PANE (widget);
  const char *kind, *choice;

  g_variant_get (target, "(&s&s)", &kind, &choice);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->add_button));
  way_outline_editor_add (self->editor, self->places, way_kind_from_name (kind), *choice != '\0' ? choice : NULL);
}

static void
add_flag (GtkWidget  *widget,
          const char *name,
          GVariant   *target)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (WAY_OUTLINE_PANE (widget)->add_button));
  gtk_widget_activate_action (widget, "view.add-flag", NULL);
}

static void
add_here (GtkWidget  *widget,
          const char *name,
          GVariant   *target)
{
  WayOutlinePane *self = WAY_OUTLINE_PANE (widget);
  WayKind kind = way_map_context_get_selection (get_context (self))->kind;
  gboolean pathway = way_outline_places_is_pathway (self->places);

  if (kind != WAY_KIND_STAGE && kind != WAY_KIND_FEELING)
    kind = pathway ? WAY_KIND_STEP : WAY_KIND_CARD;
  way_outline_editor_add (self->editor, self->places, kind, NULL);
}

static void
change (GtkWidget  *widget,
        const char *name,
        GVariant   *target)
{
  WayOutlinePane *self = WAY_OUTLINE_PANE (widget);
  const WaySpot *selection = way_map_context_get_selection (get_context (self));
  WayOutlineNode *node = get_selected_node (self);
  WayRecord *record = way_outline_places_get (self->places, *selection->id == '\0' && node != NULL ? node->id : selection->id);

  if (record != NULL)
    way_outline_editor_change (self->editor, self->places, record);
}

static void
move (GtkWidget  *widget,
      const char *name,
      GVariant   *target)
{
  WayOutlinePane *self = WAY_OUTLINE_PANE (widget);
  WayOutlineNode *node;
  g_autofree char *said = NULL;

  if (!way_outline_editor_finish (self->editor) ||
      !way_outline_edits_move (get_context (self), self->places, g_variant_get_int32 (target)))
    return;
  node = get_selected_node (self);
  /* Translators: something was moved; what it is, and where it is now. */
  said = node != NULL ? g_strdup_printf (_("Moved: %s, %s"), node->title, node->detail) : g_strdup (_("Moved"));
  gtk_accessible_announce (GTK_ACCESSIBLE (self->list), said, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
delete (GtkWidget  *widget,
        const char *name,
        GVariant   *target)
{
  WayOutlinePane *self = WAY_OUTLINE_PANE (widget);
  const WaySpot *selection = way_map_context_get_selection (get_context (self));
  g_autofree char *id = g_strdup (selection->id);

  if (*id != '\0')
    way_map_edits_delete (get_context (self), self->list, selection->kind, id);
}

/* What opens when it is activated is what cannot be written. */
static void
activated_cb (GtkListView    *list,
              guint           position,
              WayOutlinePane *self)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (WayOutlineNode) node = gtk_tree_list_row_get_item (row);

  if (node->part == WAY_OUTLINE_RECORD && node->kind != WAY_KIND_LANE)
    change (GTK_WIDGET (self), NULL, NULL);
  else
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

static void
way_outline_pane_dispose (GObject *object)
{
  WayOutlinePane *self = WAY_OUTLINE_PANE (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  self->editor = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->tree);
  g_clear_object (&self->places);

  G_OBJECT_CLASS (way_outline_pane_parent_class)->dispose (object);
}

static void
way_outline_pane_finalize (GObject *object)
{
  g_free (WAY_OUTLINE_PANE (object)->map);

  G_OBJECT_CLASS (way_outline_pane_parent_class)->finalize (object);
}

static void
way_outline_pane_class_init (WayOutlinePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  WayPaneClass *pane_class = WAY_PANE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_outline_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_outline_pane_finalize;
  pane_class->refresh = way_outline_pane_refresh;
  pane_class->changed = way_outline_pane_changed;
  pane_class->selected = way_outline_pane_selected;
  pane_class->finish = way_outline_pane_finish;
  gtk_widget_class_install_action (widget_class, "outline.add", "(ss)", add);
  gtk_widget_class_install_action (widget_class, "outline.add-flag", NULL, add_flag);
  gtk_widget_class_install_action (widget_class, "outline.add-here", NULL, add_here);
  gtk_widget_class_install_action (widget_class, "outline.change", NULL, change);
  gtk_widget_class_install_action (widget_class, "outline.move", "i", move);
  gtk_widget_class_install_action (widget_class, "outline.delete", NULL, delete);
}

static gboolean
walk_in_cb (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   data)
{
  WayOutlinePane *self = data;
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean later = g_variant_get_boolean (arguments) != right_to_left;

  return gtk_widget_activate_action (GTK_WIDGET (self), "outline.move", "i", later ? WAY_OUTLINE_LATER : WAY_OUTLINE_EARLIER);
}

static void
add_key (WayOutlinePane    *self,
         GtkEventController *keys,
         const char        *trigger,
         GtkShortcutAction *action,
         GVariant          *arguments)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), action);

  gtk_shortcut_set_arguments (shortcut, arguments);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

static void
add_keys (WayOutlinePane *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (self, keys, "F2", gtk_named_action_new ("outline.change"), NULL);
  add_key (self, keys, "Insert", gtk_named_action_new ("outline.add-here"), NULL);
  add_key (self, keys, "Delete|KP_Delete", gtk_named_action_new ("outline.delete"), NULL);
  add_key (self, keys, "<Control>Up|<Alt>Up", gtk_named_action_new ("outline.move"), g_variant_new_int32 (WAY_OUTLINE_UP));
  add_key (self, keys, "<Control>Down|<Alt>Down", gtk_named_action_new ("outline.move"), g_variant_new_int32 (WAY_OUTLINE_DOWN));
  add_key (self, keys, "<Control>Left|<Alt>Left", gtk_callback_action_new (walk_in_cb, self, NULL), g_variant_new_boolean (FALSE));
  add_key (self, keys, "<Control>Right|<Alt>Right", gtk_callback_action_new (walk_in_cb, self, NULL), g_variant_new_boolean (TRUE));
  gtk_widget_add_controller (self->list, keys);
}

static void
add_tools (WayOutlinePane *self,
           GtkWidget      *box)
{
  GtkWidget *bar = way_outline_add_new_tools (&self->add_button);

  gtk_box_append (GTK_BOX (box), bar);
}

static void
way_outline_pane_init (WayOutlinePane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  self->list = g_object_new (GTK_TYPE_LIST_VIEW, "accessible-role", GTK_ACCESSIBLE_ROLE_TREE, NULL);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (self->selection));
  way_outline_row_set_factory (GTK_LIST_VIEW (self->list));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Outline of the map"), -1);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  g_signal_connect (self->list, "activate", G_CALLBACK (activated_cb), self);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), self->scrolled);
  add_tools (self, box);
  add_keys (self);
  way_outline_menu_attach (self->list, GTK_WIDGET (self));
  adw_bin_set_child (ADW_BIN (self), box);
}
