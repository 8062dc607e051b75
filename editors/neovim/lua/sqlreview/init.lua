-- sqlreview in Neovim: setup() for versions before 0.11, and what :SqlReview shows.
local M = {}
local config = require('sqlreview.config')

-- starting on Neovim before 0.11 -------------------------------------------------------------------------------------

M.chosen = nil -- the options that setup() was given, with the defaults

local clients = {} -- on 0.7, which has no vim.lsp.start: the client of every root

local function root_of(path)
  local folder = vim.fn.fnamemodify(path, ':p:h')
  for _, marker in ipairs(config.root_markers) do
    local up = vim.fn.escape(folder, ' ,;') .. ';'
    local file, directory = vim.fn.findfile(marker, up), vim.fn.finddir(marker, up)
    local found = file ~= '' and file or directory
    if found ~= '' then
      return vim.fn.fnamemodify(found, marker == '.git' and directory ~= '' and ':p:h:h' or ':p:h')
    end
  end
  return folder
end

local function attach(options, buffer)
  if vim.bo[buffer].buftype ~= '' or not config.concerns(buffer) then
    return
  end
  local own = vim.tbl_extend('force', {}, options)
  own.root_dir = root_of(vim.api.nvim_buf_get_name(buffer))
  if vim.lsp.start then
    vim.lsp.start(own, { bufnr = buffer })
    return
  end
  if not clients[own.root_dir] or vim.lsp.client_is_stopped(clients[own.root_dir]) then
    clients[own.root_dir] = vim.lsp.start_client(own)
  end
  vim.lsp.buf_attach_client(buffer, clients[own.root_dir])
end

--- What the client can do. Neovim 0.10 pulls diagnostics but cannot be told to do so again, when an edit of one file
--- changes the findings in another; so that the server pushes them, it must not know.
local function capabilities()
  local found = vim.lsp.protocol.make_client_capabilities()
  local refreshes = vim.tbl_get and vim.tbl_get(found, 'workspace', 'diagnostics', 'refreshSupport')
  if not refreshes then
    found.textDocument.diagnostic = nil
  end
  return found
end

--- Starts the server for SQL files. Options are those of a client (`cmd`, `settings`, `on_attach` ...), and `filetypes`.
function M.setup(options)
  options = vim.tbl_deep_extend('force', config.defaults(), options or {})
  M.chosen = options
  if vim.lsp.config and vim.lsp.enable then
    vim.lsp.config('sqlreview', options)
    vim.lsp.enable('sqlreview')
    return
  end
  options.capabilities = options.capabilities or capabilities()
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('sqlreview', { clear = true }),
    pattern = options.filetypes,
    callback = function(event)
      attach(options, event.buf)
    end,
  })
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(buffer) and vim.tbl_contains(options.filetypes, vim.bo[buffer].filetype) then
      attach(options, buffer)
    end
  end
end

-- asking the server --------------------------------------------------------------------------------------------------

--- The client of a buffer; nil, after telling the user, where there is none.
function M.client(buffer)
  buffer = buffer or vim.api.nvim_get_current_buf()
  local found
  if vim.lsp.get_clients then
    found = vim.lsp.get_clients({ bufnr = buffer, name = 'sqlreview' })
  else
    found = vim.tbl_filter(function(client)
      return client.name == 'sqlreview'
    end, vim.tbl_values(vim.lsp.buf_get_clients(buffer)))
  end
  return found[1]
end

local function say(message, level)
  vim.notify('sqlreview: ' .. message, level or vim.log.levels.WARN)
end

local function any_client()
  local list = vim.lsp.get_clients and vim.lsp.get_clients() or vim.lsp.get_active_clients()
  return vim.tbl_filter(function(client)
    return client.name == 'sqlreview'
  end, list)[1]
end

--- Runs a command of the server and calls `done` with what it answers.
function M.execute(command, arguments, done, client)
  client = client or M.client() or any_client()
  if not client then
    say('no server is running; open an SQL file, or see :checkhealth sqlreview')
    return
  end
  local parameters = { command = 'sqlreview.' .. command, arguments = arguments }
  local function answered(problem, answer)
    if problem then
      say(problem.message, vim.log.levels.ERROR)
    else
      done(answer ~= vim.NIL and answer or nil)
    end
  end
  if vim.fn.has('nvim-0.11') == 1 then
    client:request('workspace/executeCommand', parameters, answered, 0)
  else
    client.request('workspace/executeCommand', parameters, answered, 0)
  end
end

--- Shows text in a window of its own, which `q` closes.
local function show(name, text, filetype)
  local lines = vim.split(text:gsub('\n$', ''), '\n', { plain = true })
  local title = 'sqlreview://' .. name
  local buffer = vim.fn.bufnr('^' .. vim.fn.escape(title, '[]*?{}\\') .. '$')
  if buffer == -1 then
    buffer = vim.api.nvim_create_buf(false, true)
    vim.api.nvim_buf_set_name(buffer, title)
  end
  vim.bo[buffer].modifiable = true
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, lines)
  vim.bo[buffer].modifiable = false
  vim.bo[buffer].buftype = 'nofile'
  vim.bo[buffer].bufhidden = 'wipe'
  vim.bo[buffer].filetype = filetype
  vim.cmd('botright split')
  vim.api.nvim_win_set_buf(0, buffer)
  vim.api.nvim_win_set_height(0, math.max(3, math.min(#lines, math.floor(vim.o.lines / 2))))
  vim.wo.wrap = filetype == 'markdown'
  vim.api.nvim_buf_set_keymap(buffer, 'n', 'q', '<Cmd>close<CR>', { silent = true })
end

--- Shows the page of a rule.
function M.explain(rule, client_id)
  local client = client_id and vim.lsp.get_client_by_id(client_id)
  M.execute('explain', { rule }, function(page)
    if page then
      show(rule, page, 'markdown')
    else
      say('there is no rule `' .. rule .. '`')
    end
  end, client)
end

local function about_file(command, done)
  M.execute(command, { vim.uri_from_bufnr(0) }, function(answer)
    if answer then
      done(answer)
    else
      say('this file is not reviewed')
    end
  end)
end

local subcommands = {}

--- What each statement of the file locks, rewrites and reads.
function subcommands.impact()
  about_file('impact', function(answer)
    show('impact/' .. answer.title, answer.text, 'text')
  end)
end

--- The schema that the file leads to, as a diagram in the language of Mermaid.
function subcommands.schema()
  about_file('schema', function(answer)
    show('schema/' .. answer.title .. '.mmd', answer.diagram, 'mermaid')
  end)
end

--- All rules, or the page of one.
function subcommands.rules(rule)
  if rule then
    M.explain(rule)
    return
  end
  M.execute('rules', nil, function(rules)
    local lines = vim.tbl_map(function(item)
      return ('%-7s  %-50s  %s'):format(item.enabled and item.severity or 'off', item.id, item.title)
    end, rules)
    show('rules', table.concat(lines, '\n'), 'text')
  end)
end

--- Counts what there is in all files of the workspace.
function subcommands.review()
  M.execute('review', nil, function(found)
    local counts = {}
    for _, level in ipairs({ 'error', 'warning', 'info', 'hint' }) do
      if found.findings[level] then
        table.insert(counts, found.findings[level] .. ' ' .. level)
      end
    end
    local told = ('%d files, %d statements: %s'):format(
      found.files,
      found.statements,
      #counts > 0 and table.concat(counts, ', ') or 'no findings'
    )
    if found.notAnalysed > 0 then
      told = told .. ('; %d statements could not be analysed'):format(found.notAnalysed)
    end
    say(told, vim.log.levels.INFO)
  end)
end

local function names(lead)
  local found = vim.tbl_filter(function(name)
    return vim.startswith(name, lead)
  end, vim.tbl_keys(subcommands))
  table.sort(found)
  return found
end

--- Runs `:SqlReview NAME [ARGUMENT]`.
function M.command(words)
  local run = subcommands[words[1]]
  if run then
    run(words[2])
  else
    say(('there is no `%s`; say %s'):format(words[1], table.concat(names(''), ', ')), vim.log.levels.ERROR)
  end
end

--- What can follow on the command line.
function M.complete(lead, line)
  return #vim.split(vim.trim(line), '%s+') <= 2 and names(lead) or {}
end

return M
