/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes widgets of a page of the help, which is written in Markdown and built in as the XML that cmark makes of it. */
#include "app/way-help-reader.h"

#include "app/way-spoken.h"

#include <stdlib.h>
#include <string.h>

#define HELP "/org/waymark/Waymark/help"
#define PICTURE_HEIGHT 380

typedef struct
{
  WayHelpFollow follow;
  gpointer data;
  char *title;                /* nullable: what the first heading says */
  gboolean runs_left;         /* as the title does, and so does the page */
  GPtrArray *boxes;           /* of GtkBox, borrowed: the innermost last */
  GArray *numbers;            /* of int, for each list that is open: the number of its next item, or -1 for a dot */
  GString *markup;            /* nullable: of the paragraph or heading that is being read */
  int level;                  /* of a heading */
  GString *alternative;       /* nullable: what is to be said of a picture */
  char *picture;              /* nullable: its resource */
} Reader;

static GtkWidget *
get_box (Reader *self)
{
  return g_ptr_array_index (self->boxes, self->boxes->len - 1);
}

static gboolean
follow_address (Reader     *self,
                const char *address)
{
  g_autofree char *name = NULL;

  if (!g_str_has_suffix (address, ".md"))
    return GDK_EVENT_PROPAGATE;
  name = g_strndup (address, strlen (address) - strlen (".md"));
  self->follow (name, self->data);
  return GDK_EVENT_STOP;
}

static gboolean
activate_link_cb (GtkLabel   *label,
                  const char *address,
                  Reader     *self)
{
  return follow_address (self, address);
}

static gboolean
activate_button_cb (GtkLinkButton *button,
                    Reader        *self)
{
  return follow_address (self, gtk_link_button_get_uri (button));
}

/* An item of a list is called after what it says first. */
static void
name_item (Reader     *self,
           const char *text)
{
  GtkWidget *inside = get_box (self);

  if (self->numbers->len > 0 && gtk_widget_get_first_child (inside) == NULL)
    gtk_accessible_update_property (g_ptr_array_index (self->boxes, self->boxes->len - 2), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static GtkWidget *
add_label (Reader *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  /* Where it begins with the name of a key, Pango would go by that. */
  if (self->runs_left)
    g_string_prepend (self->markup, "\u200f");
  gtk_label_set_markup (GTK_LABEL (label), self->markup->str);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  g_signal_connect (label, "activate-link", G_CALLBACK (activate_link_cb), self);
  name_item (self, gtk_label_get_text (GTK_LABEL (label)));
  gtk_box_append (GTK_BOX (get_box (self)), label);
  return label;
}

/* Assistive technology does not see links inside labels (GTK 4.18), so a paragraph that is all link is a widget of its own. */
static gboolean
add_link_button (Reader *self)
{
  g_autoptr (GRegex) whole = g_regex_new ("^<a href=\"([^\"]*)\">([^<]*)</a>$", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *label = NULL;
  GtkWidget *button;

  if (!g_regex_match (whole, self->markup->str, G_REGEX_MATCH_DEFAULT, &match))
    return FALSE;
  g_autofree char *address = g_match_info_fetch (match, 1), *markup = g_match_info_fetch (match, 2);
  pango_parse_markup (markup, -1, 0, NULL, &label, NULL, NULL);
  button = gtk_link_button_new_with_label (address, label);
  name_item (self, label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, NULL);
  gtk_widget_set_has_tooltip (button, FALSE);
  gtk_widget_add_css_class (button, "help");
  g_signal_connect (button, "activate-link", G_CALLBACK (activate_button_cb), self);
  gtk_box_append (GTK_BOX (get_box (self)), button);
  return TRUE;
}

static void
begin_page (Reader *self)
{
  g_autoptr (PangoLayout) layout = NULL;

  pango_parse_markup (self->markup->str, -1, 0, NULL, &self->title, NULL, NULL);
  layout = gtk_widget_create_pango_layout (get_box (self), self->title);
  self->runs_left = pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
}

static void
end_heading (Reader *self)
{
  if (self->level > 1)
    {
      GtkWidget *label = add_label (self);

      gtk_widget_add_css_class (label, self->level == 2 ? "title-3" : "heading");
      gtk_widget_set_margin_top (label, 12);
    }
  else
    begin_page (self);
}

static void
begin_box (Reader            *self,
           GtkOrientation     orientation,
           GtkAccessibleRole  role,
           int                spacing)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", orientation, "spacing", spacing, "accessible-role", role, "hexpand", TRUE, NULL);

  gtk_box_append (GTK_BOX (get_box (self)), box);
  g_ptr_array_add (self->boxes, box);
}

static void
begin_item (Reader *self)
{
  int *number = &g_array_index (self->numbers, int, self->numbers->len - 1);
  g_autofree char *sign = *number < 0 ? g_strdup ("•") : g_strdup_printf ("%d.", (*number)++);
  GtkWidget *label = gtk_label_new (sign);

  begin_box (self, GTK_ORIENTATION_HORIZONTAL, GTK_ACCESSIBLE_ROLE_LIST_ITEM, 8);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_label_set_width_chars (GTK_LABEL (label), 2);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_box_append (GTK_BOX (get_box (self)), label);
  begin_box (self, GTK_ORIENTATION_VERTICAL, GTK_ACCESSIBLE_ROLE_GENERIC, 6);
}

static void
begin_link (Reader     *self,
            const char *address)
{
  g_autofree char *escaped = g_markup_escape_text (address, -1);

  g_string_append_printf (self->markup, "<a href=\"%s\">", escaped);
}

/* Pictures are named from docs/user/, as ../pictures/NAME. */
static void
begin_picture (Reader     *self,
               const char *address)
{
  g_autofree char *name = g_path_get_basename (address);

  self->picture = g_strconcat (HELP "/images/", name, NULL);
  self->alternative = g_string_new (NULL);
}

static void
end_picture (Reader *self)
{
  GtkWidget *picture = gtk_picture_new_for_resource (self->picture);

  gtk_picture_set_alternative_text (GTK_PICTURE (picture), self->alternative->str);
  gtk_picture_set_content_fit (GTK_PICTURE (picture), GTK_CONTENT_FIT_SCALE_DOWN);
  gtk_widget_set_size_request (picture, -1, PICTURE_HEIGHT);
  gtk_widget_add_css_class (picture, "help");
  gtk_box_append (GTK_BOX (get_box (self)), picture);
  g_string_free (g_steal_pointer (&self->alternative), TRUE);
  g_clear_pointer (&self->picture, g_free);
}

static const char *
find_attribute (const char **names,
                const char **values,
                const char  *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return "";
}

static void
begin_list (Reader      *self,
            const char **names,
            const char **values)
{
  int first = g_str_equal (find_attribute (names, values, "type"), "ordered") ? atoi (find_attribute (names, values, "start")) : -1;

  begin_box (self, GTK_ORIENTATION_VERTICAL, GTK_ACCESSIBLE_ROLE_LIST, 6);
  g_array_append_val (self->numbers, first);
}

static void
start_element (GMarkupParseContext  *context,
               const char           *element,
               const char          **names,
               const char          **values,
               gpointer              data,
               GError              **error)
{
  Reader *self = data;

  if (g_str_equal (element, "paragraph") || g_str_equal (element, "heading"))
    {
      self->markup = g_string_new (NULL);
      self->level = atoi (find_attribute (names, values, "level"));
    }
  else if (g_str_equal (element, "list"))
    begin_list (self, names, values);
  else if (g_str_equal (element, "item"))
    begin_item (self);
  else if (g_str_equal (element, "image"))
    begin_picture (self, find_attribute (names, values, "destination"));
  else if (self->markup == NULL)
    return;
  else if (g_str_equal (element, "link"))
    begin_link (self, find_attribute (names, values, "destination"));
  else if (g_str_equal (element, "strong"))
    g_string_append (self->markup, "<b>");
  else if (g_str_equal (element, "emph"))
    g_string_append (self->markup, "<i>");
  else if (g_str_equal (element, "softbreak"))
    g_string_append_c (self->markup, ' ');
}

static void
end_block (Reader     *self,
           const char *element)
{
  if (g_str_equal (element, "heading"))
    end_heading (self);
  else if (self->markup->len > 0 && !add_link_button (self))
    add_label (self);
  g_string_free (g_steal_pointer (&self->markup), TRUE);
}

static void
end_element (GMarkupParseContext  *context,
             const char           *element,
             gpointer              data,
             GError              **error)
{
  Reader *self = data;

  if (g_str_equal (element, "paragraph") || g_str_equal (element, "heading"))
    end_block (self, element);
  else if (g_str_equal (element, "list"))
    {
      g_array_set_size (self->numbers, self->numbers->len - 1);
      g_ptr_array_set_size (self->boxes, self->boxes->len - 1);
    }
  else if (g_str_equal (element, "item"))
    g_ptr_array_set_size (self->boxes, self->boxes->len - 2);
  else if (g_str_equal (element, "image"))
    end_picture (self);
  else if (self->markup == NULL)
    return;
  else if (g_str_equal (element, "link"))
    g_string_append (self->markup, "</a>");
  else if (g_str_equal (element, "strong"))
    g_string_append (self->markup, "</b>");
  else if (g_str_equal (element, "emph"))
    g_string_append (self->markup, "</i>");
}

static void
add_text (GMarkupParseContext  *context,
          const char           *text,
          gsize                 length,
          gpointer              data,
          GError              **error)
{
  Reader *self = data;
  const char *element = g_markup_parse_context_get_element (context);
  g_autofree char *escaped = NULL;

  if (self->alternative != NULL && g_str_equal (element, "text"))
    g_string_append_len (self->alternative, text, length);
  else if (self->markup != NULL && (g_str_equal (element, "text") || g_str_equal (element, "code")))
    {
      escaped = g_markup_escape_text (text, length);
      if (g_str_equal (element, "code"))
        g_string_append_printf (self->markup, "<tt>%s</tt>", escaped);
      else
        g_string_append (self->markup, escaped);
    }
}

/* The page, in the user's language where it has that. */
static GBytes *
load (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".xml", NULL), *path = way_spoken_dup_resource (HELP, file);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static void
reader_free (gpointer data)
{
  Reader *self = data;

  g_free (self->title);
  g_ptr_array_unref (self->boxes);
  g_array_unref (self->numbers);
  g_free (self);
}

/**
 * way_help_read:
 * @name: of a page, as its file in docs/user/ is called, without the ending
 * @title: (out) (transfer full): what the page is called
 * @follow: what to do when a link to another page is followed
 * @data: given to it
 *
 * Returns: (transfer floating) (nullable): the page, or %NULL where there is none of that name
 */
GtkWidget *
way_help_read (const char     *name,
               char          **title,
               WayHelpFollow   follow,
               gpointer        data)
{
  static const GMarkupParser parser = { .start_element = start_element, .end_element = end_element, .text = add_text };
  g_autoptr (GBytes) page = load (name);
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *box;
  Reader *self;

  if (page == NULL)
    return NULL;
  self = g_new0 (Reader, 1);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->follow = follow;
  self->data = data;
  self->boxes = g_ptr_array_new ();
  self->numbers = g_array_new (FALSE, FALSE, sizeof (int));
  g_ptr_array_add (self->boxes, box);
  g_object_set_data_full (G_OBJECT (box), "reader", self, reader_free);
  context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, self, NULL);
  if (!g_markup_parse_context_parse (context, g_bytes_get_data (page, NULL), g_bytes_get_size (page), &error) ||
      !g_markup_parse_context_end_parse (context, &error))
    g_error ("The help page %s: %s", name, error->message);
  *title = g_strdup (self->title != NULL ? self->title : name);
  return box;
}
