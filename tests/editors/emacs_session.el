;;; What a user does in Emacs with the example shop; prints a line for every check, and fails if one does. -*- lexical-binding: t -*-
;; Environment: SQLREVIEW_SHOP (a copy of the shop), SQLREVIEW_PYTHON (runs the server).
(require 'eglot)
(require 'sql)

(defvar shop (file-name-as-directory (getenv "SQLREVIEW_SHOP")))
(defvar failures 0)
(setq make-backup-files nil create-lockfiles nil eglot-sync-connect 60 eglot-autoshutdown nil
      eglot-confirm-server-edits nil enable-local-variables nil)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               `((sql-mode conf-toml-mode) . (,(getenv "SQLREVIEW_PYTHON") "-m" "sqlreview" "lsp"))))
(add-hook 'sql-mode-hook #'eglot-ensure)
(add-hook 'conf-toml-mode-hook
          (lambda ()
            (when (string-match-p "\\`sqlreview\\..*toml\\'" (file-name-nondirectory (or buffer-file-name "")))
              (eglot-ensure))))

(defun out (text) (princ (concat text "\n")))

(defmacro check (name &rest body)
  `(condition-case problem (progn ,@body (out ,(concat "ok      " name)))
     (error (setq failures (1+ failures)) (out (format "FAILED  %s: %S" ,name problem)))))

(defun wait (what condition)
  (let ((end (+ (float-time) 60)) found)
    (while (and (not (setq found (funcall condition))) (< (float-time) end)) (accept-process-output nil 0.02))
    (or found (error "waited in vain for %s; there are %S" what (mapcar #'flymake-diagnostic-text (flymake-diagnostics))))))

(defun visit (name)
  (find-file (concat shop name))
  (run-hooks 'post-command-hook) ; eglot-ensure waits for it, and a batch has no commands
  (wait "the server" #'eglot-current-server)
  (unless flymake-mode (flymake-mode 1))
  (flymake-start))

(defun found (text)
  (seq-find (lambda (item) (string-search text (flymake-diagnostic-text item))) (flymake-diagnostics)))

(defun wait-for (text) (wait text (lambda () (found text))))
(defun wait-without (text) (wait (concat "the end of " text) (lambda () (not (found text)))))
(defun changed () (eglot--signal-textDocument/didChange))

(defun written (item)
  (buffer-substring-no-properties (flymake-diagnostic-beg item) (flymake-diagnostic-end item)))

(defun hover (place)
  (goto-char place)
  (let ((answer (jsonrpc-request (eglot--current-server-or-lose) :textDocument/hover
                                 (eglot--TextDocumentPositionParams))))
    (plist-get (plist-get answer :contents) :value)))

(defun act (item title)
  (let* ((actions (eglot-code-actions (flymake-diagnostic-beg item) (flymake-diagnostic-end item) "quickfix"))
         (one (seq-find (lambda (action) (string-search title (plist-get action :title))) actions)))
    (unless one (error "no action %s among %S" title (mapcar (lambda (action) (plist-get action :title)) actions)))
    (eglot-execute (eglot--current-server-or-lose) one)
    (changed)))

(check "findings of a migration stand at their lines"
  (visit "migrations/0003_indexes.sql")
  (let ((item (wait-for "SHARE")))
    (cl-assert (= (line-number-at-pos (flymake-diagnostic-beg item)) 2) t)))

(check "hover tells the impact of a statement and the table"
  (goto-char (point-min))
  (forward-line 1)
  (cl-assert (string-search "**Impact**" (hover (point))))
  (cl-assert (string-search "CREATE TABLE orders" (hover (1+ (search-forward "ON "))))))

(check "columns are right behind an emoji and a tab, and a fix is applied there"
  (write-region "SELECT '😀',\tid FROM orders WHERE note = NULL;\n" nil (concat shop "queries/emoji.sql"))
  (visit "queries/emoji.sql")
  (let ((item (wait-for "NULL")))
    (cl-assert (equal (written item) "note = NULL") t)
    (act item "Test for NULL"))
  (cl-assert (string-search "note IS NULL" (buffer-string)))
  (wait-without "NULL"))

(check "an ignore comment silences a finding"
  (visit "queries/orders.sql")
  (act (wait-for "[queries/select-star]") "Ignore queries/select-star for this line")
  (cl-assert (string-search "ignore[queries/select-star]" (buffer-string)))
  (wait-without "[queries/select-star]"))

(check "a configuration file is checked, completed and explained"
  (write-region "selct = []\n" nil (concat shop "sqlreview.toml"))
  (visit "sqlreview.toml")
  (cl-assert (eq major-mode 'conf-toml-mode))
  (cl-assert (equal (written (wait-for "did you mean `select`")) "selct") t)
  (erase-buffer)
  (insert "ignore = [\"queries/select-st\"]\n")
  (changed)
  (wait-for "there is no rule")
  (goto-char (point-min))
  (search-forward "select-st")
  (let ((answer (jsonrpc-request (eglot--current-server-or-lose) :textDocument/completion
                                 (eglot--TextDocumentPositionParams))))
    (cl-assert (seq-find (lambda (item) (equal (plist-get item :label) "queries/select-star")) (plist-get answer :items))))
  (cl-assert (string-search "Rules or packs to leave out" (hover 2))))

(dolist (buffer (buffer-list)) (with-current-buffer buffer (set-buffer-modified-p nil)))
(let ((server (with-current-buffer (get-file-buffer (concat shop "migrations/0003_indexes.sql")) (eglot-current-server))))
  (check "the server ends when it is told to"
    (let ((process (jsonrpc--process server)))
      (eglot-shutdown server nil 20)
      (cl-assert (= (process-exit-status process) 0) t))))
(out (if (= failures 0) "all passed" (format "%d failed" failures)))
(kill-emacs (if (= failures 0) 0 1))
