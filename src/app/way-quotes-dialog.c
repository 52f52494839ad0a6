/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing a quote to tie to something, with what its teller agreed to in sight. */
#include "app/way-quotes-dialog.h"

#include "base/way-i18n.h"
#include "base/way-text.h"
#include "model/way-schema.h"

typedef struct
{
  WayMapContext *context;
  char *on;
  GtkFilter *filter;
  AdwDialog *dialog;          /* borrowed */
  GtkWidget *search;          /* borrowed */
} WayQuotesDialog;

static void
way_quotes_dialog_free (WayQuotesDialog *self)
{
  g_object_unref (self->context);
  g_object_unref (self->filter);
  g_free (self->on);
  g_free (self);
}

/**
 * way_quotes_dup_agreed:
 * @context: what it works with
 * @story: a story as the desk sees it
 *
 * Returns: (transfer full): who told it, as they chose to be named, and what they agreed to as of today
 */
char *
way_quotes_dup_agreed (WayMapContext *context,
                       WayRecord     *story)
{
  const char *attribution = way_record_get_text (story, WAY_STORY_ATTRIBUTION), *teller = way_record_get_text (story, WAY_STORY_TELLER);
  gboolean named = g_strcmp0 (attribution, "named") == 0 || g_strcmp0 (attribution, "pseudonym") == 0;
  const char *until = way_record_get_text (story, WAY_STORY_UNTIL), *agreed;

  if (way_story_is_withdrawn (story))
    agreed = _("Withdrawn: shown to nobody");
  else if (until != NULL && way_story_get_widest_audience (story, way_lens_get_today (way_map_context_get_lens (context))) == WAY_AUDIENCE_DESK)
    agreed = _("Agreed to for a time that is over: kept private");
  else
    switch (way_story_get_widest_audience (story, way_lens_get_today (way_map_context_get_lens (context))))
      {
      case WAY_AUDIENCE_TEAM:
        agreed = _("Agreed to for the team");
        break;
      case WAY_AUDIENCE_WORKSHOP:
        agreed = _("Agreed to for workshops");
        break;
      case WAY_AUDIENCE_PUBLIC:
        agreed = _("Agreed to for everybody");
        break;
      case WAY_AUDIENCE_DESK:
      default:
        agreed = _("Kept private");
      }
  /* Translators: who told a story, and what they agreed to. */
  return g_strdup_printf (_("%s · %s"), named && teller != NULL ? teller : _("Not named"), agreed);
}

static gboolean
matches (gpointer item,
         gpointer data)
{
  WayQuotesDialog *self = data;
  const char *wanted = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *words = way_lens_dup_quotation (way_map_context_get_lens (self->context), item, NULL, NULL);
  g_autofree char *folded = words != NULL ? g_utf8_casefold (words, -1) : NULL, *folded_wanted = g_utf8_casefold (wanted, -1);

  return folded != NULL && strstr (folded, folded_wanted) != NULL;
}

static void
searched_cb (GtkSearchEntry  *search,
             WayQuotesDialog *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *row,
           WayQuotesDialog          *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  add_label (box, NULL);
  gtk_widget_add_css_class (add_label (box, "caption"), "dimmed");
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_list_item_set_child (row, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *row,
         WayQuotesDialog          *self)
{
  GtkWidget *words = gtk_widget_get_first_child (gtk_list_item_get_child (row));
  g_autoptr (WayRecord) story = NULL;
  g_autofree char *said = way_lens_dup_quotation (way_map_context_get_lens (self->context), gtk_list_item_get_item (row), &story, NULL);
  g_autofree char *agreed = story != NULL ? way_quotes_dup_agreed (self->context, story) : NULL;

  gtk_label_set_label (GTK_LABEL (words), said != NULL ? said : "");
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (words)), agreed != NULL ? agreed : "");
  gtk_list_item_set_accessible_label (row, said != NULL ? said : "");
  gtk_list_item_set_accessible_description (row, agreed != NULL ? agreed : "");
}

static void
activated_cb (GtkListView     *list,
              guint            position,
              WayQuotesDialog *self)
{
  g_autoptr (WayRecord) quote = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);
  g_autoptr (WayRecord) tie = way_record_new (WAY_KIND_EVIDENCE, NULL, NULL);
  g_autoptr (WayEdit) edit = way_edit_new (_("Tie quote"));

  way_record_set_text (tie, WAY_EVIDENCE_QUOTE, way_record_get_id (quote));
  way_record_set_text (tie, WAY_EVIDENCE_ON, self->on);
  way_edit_put (edit, tie);
  if (way_map_context_apply (self->context, edit))
    adw_dialog_close (self->dialog);
}

/* All quotes but those of stories that were taken back. */
static GListModel *
new_model (WayQuotesDialog *self)
{
  GListStore *store = g_list_store_new (WAY_TYPE_RECORD);
  g_autoptr (GPtrArray) stories = way_map_context_list (self->context, WAY_KIND_STORY, NULL);

  for (guint i = 0; i < stories->len; i++)
    {
      g_autoptr (GPtrArray) quotes = NULL;

      if (way_story_is_withdrawn (stories->pdata[i]))
        continue;
      quotes = way_map_context_list (self->context, WAY_KIND_QUOTE, way_record_get_id (stories->pdata[i]));
      for (guint j = 0; j < quotes->len; j++)
        g_list_store_append (store, quotes->pdata[j]);
    }
  return G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (store), g_object_ref (self->filter)));
}

static GtkWidget *
new_list (WayQuotesDialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection = gtk_single_selection_new (new_model (self));
  GtkWidget *scrolled = gtk_scrolled_window_new (), *list;

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Quotes"), -1);
  g_signal_connect (list, "activate", G_CALLBACK (activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  return scrolled;
}

/**
 * way_quotes_dialog_ask:
 * @context: what it works with
 * @near_by: a widget in the window
 * @on: what the quote is to be tied to
 *
 * Lets a quote be chosen, and ties it.
 */
void
way_quotes_dialog_ask (WayMapContext *context,
                       GtkWidget     *near_by,
                       const char    *on)
{
  WayQuotesDialog *self = g_new0 (WayQuotesDialog, 1);
  GtkWidget *view = adw_toolbar_view_new (), *bar = adw_bin_new ();

  self->context = g_object_ref (context);
  self->on = g_strdup (on);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->dialog = adw_dialog_new ();
  g_object_set_data_full (G_OBJECT (self->dialog), "quotes", self, (GDestroyNotify) way_quotes_dialog_free);
  self->search = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search in the quotes"), -1);
  g_signal_connect (self->search, "search-changed", G_CALLBACK (searched_cb), self);
  adw_bin_set_child (ADW_BIN (bar), self->search);
  gtk_widget_add_css_class (bar, "toolbar");
  adw_dialog_set_title (self->dialog, _("Tie a Quote"));
  adw_dialog_set_content_width (self->dialog, 460);
  adw_dialog_set_content_height (self->dialog, 560);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), bar);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), new_list (self));
  adw_dialog_set_child (self->dialog, view);
  adw_dialog_set_focus (self->dialog, self->search);
  adw_dialog_present (self->dialog, near_by);
}
